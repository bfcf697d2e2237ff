(function () {
  'use strict';
  var box = document.createElement('div');
  var current = null;
  box.className = 'tip';
  box.setAttribute('role', 'status');
  box.hidden = true;
  document.body.appendChild(box);

  function place() {
    var mark = current.getBoundingClientRect();
    var wide = document.documentElement.clientWidth;
    var left = mark.left + mark.width / 2 - box.offsetWidth / 2;
    var top = mark.top - box.offsetHeight - 8;
    if (top - 8 !== Math.abs(top - 8)) {
      top = Math.min(mark.bottom + 8, window.innerHeight - box.offsetHeight - 8);
    }
    box.style.left = Math.max(8, Math.min(left, wide - box.offsetWidth - 8)) + 'px';
    box.style.top = Math.max(8, top) + 'px';
  }

  function hide() {
    if (current) {
      current.classList.remove('on');
    }
    current = null;
    box.hidden = true;
  }

  function show(mark) {
    var title = mark.querySelector('title');
    hide();
    if (title) {
      current = mark;
      mark.classList.add('on');
      box.textContent = title.textContent;
      box.hidden = false;
      place();
    }
  }

  function step(chart, by) {
    var marks = Array.prototype.slice.call(chart.querySelectorAll('.values > *'));
    var next = marks.indexOf(current) + by;
    if (marks.length === 0) {
      return;
    }
    if (by === -1 ? marks.indexOf(current) === -1 : next === marks.length) {
      next = by === -1 ? marks.length - 1 : 0;
    }
    var mark = marks[(next + marks.length) % marks.length];
    mark.scrollIntoView({block: 'nearest', inline: 'center'});
    show(mark);
  }

  document.addEventListener('click', function (event) {
    var mark = event.target.closest ? event.target.closest('.values > *') : null;
    if (mark === null || mark === current) {
      hide();
    } else {
      show(mark);
    }
  });
  document.addEventListener('keydown', function (event) {
    var chart = event.target.closest ? event.target.closest('.chart') : null;
    if (event.key === 'Escape') {
      hide();
    } else if (chart !== null) {
      if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
        event.preventDefault();
        step(chart, event.key === 'ArrowRight' ? 1 : -1);
      }
    }
  });
  window.addEventListener('scroll', function () {
    if (current) {
      place();
    }
  }, true);
  window.addEventListener('resize', hide);
}());
