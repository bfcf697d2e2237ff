package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.PodFailurePolicyRule;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The manifest read by the types of Kubernetes. Their reading is lenient: what they do not know they keep aside, so
 * that is looked for.
 */
class KubernetesJobTest {

    private static KubernetesJob job(String name) {
        ShareScript script = new ShareScript(name, Path.of("experiments/it's.yaml"), List.of("--set", "time.weeks=3"),
                Path.of("results/x: y"), 20,
                "/opt/firesale/firesale.jar", new Resources("", "", "", 2048, 2, List.of()));
        return new KubernetesJob(script, "registry/firesale:1", "sweeps", "/work", 8);
    }

    private static Job read(String yaml) {
        Map<String, Object> document = new Yaml().load(yaml);
        return new ObjectMapper().convertValue(document, Job.class);
    }

    /** Adds the path of every field that the types do not know. */
    private static int unknown(String path, Object value, List<String> found) throws ReflectiveOperationException {
        if (value instanceof Collection<?> list) {
            int seen = 0;
            for (Object element : list) {
                seen += unknown(path + "[]", element, found);
            }
            return seen;
        }
        if (value == null || !value.getClass().getName().startsWith("io.fabric8.")) {
            return 0;
        }
        int seen = 1;
        for (Method method : value.getClass().getMethods()) {
            if (method.getParameterCount() > 0 || !method.getName().startsWith("get")) {
                continue;
            }
            if (method.getName().equals("getAdditionalProperties")) {
                ((Map<?, ?>) method.invoke(value)).keySet().forEach(key -> found.add(path + "." + key));
            } else {
                seen += unknown(path + "." + method.getName().substring(3), method.invoke(value), found);
            }
        }
        return seen;
    }

    @Test
    void isAnIndexedJobAndNothingUnknownStandsInIt() throws Exception {
        Job job = read(job("sale").array());
        List<String> unknown = new ArrayList<>();
        assertThat(unknown("job", job, unknown)).isGreaterThan(10);
        assertThat(unknown).isEmpty();
        assertThat(job.getApiVersion()).isEqualTo("batch/v1");
        assertThat(job.getMetadata().getName()).isEqualTo("firesale-sale");
        JobSpec spec = job.getSpec();
        assertThat(spec.getCompletionMode()).isEqualTo("Indexed");
        assertThat(spec.getCompletions()).isEqualTo(20);
        assertThat(spec.getParallelism()).isEqualTo(8);
        assertThat(spec.getBackoffLimitPerIndex()).isEqualTo(3);
        List<PodFailurePolicyRule> rules = spec.getPodFailurePolicy().getRules();
        assertThat(rules).extracting(PodFailurePolicyRule::getAction).containsExactly("Ignore", "FailIndex");
        assertThat(rules.get(0).getOnPodConditions().get(0).getType()).isEqualTo("DisruptionTarget");
        assertThat(rules.get(0).getOnPodConditions().get(0).getStatus()).isEqualTo("True");
        assertThat(rules.get(1).getOnExitCodes().getOperator()).isEqualTo("In");
        assertThat(rules.get(1).getOnExitCodes().getValues()).containsExactly(3);
        PodSpec pod = spec.getTemplate().getSpec();
        // a policy for failed pods is refused with any other
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
        Container container = pod.getContainers().get(0);
        assertThat(container.getName()).isEqualTo(rules.get(1).getOnExitCodes().getContainerName());
        assertThat(container.getImage()).isEqualTo("registry/firesale:1");
        assertThat(container.getWorkingDir()).isEqualTo("/work");
        assertThat(container.getCommand()).containsExactly("java", "-XX:-UsePerfData", "-XX:+UseSerialGC", "-Xmx819m",
                "-XX:ActiveProcessorCount=2",
                "-jar", "/opt/firesale/firesale.jar", "run", "experiments/it's.yaml", "--set", "time.weeks=3", "--out",
                        "results/x: y", "--shard",
                "auto/20");
        assertThat(container.getEnv().get(0).getValue()).isEqualTo("2");
        assertThat(container.getResources().getRequests()).containsEntry("cpu", new Quantity("2")).containsEntry("memory",
                new Quantity("2048Mi"));
        assertThat(container.getResources().getLimits()).containsOnlyKeys("memory");
        assertThat(container.getVolumeMounts().get(0).getMountPath()).isEqualTo("/work");
        assertThat(pod.getVolumes().get(0).getName()).isEqualTo(container.getVolumeMounts().get(0).getName());
        assertThat(pod.getVolumes().get(0).getPersistentVolumeClaim().getClaimName()).isEqualTo("sweeps");
    }

    @Test
    void aMisspeltFieldWouldBeFound() throws Exception {
        for (String field : List.of("completionMode", "backoffLimitPerIndex", "restartPolicy", "mountPath", "containerName",
                "claimName")) {
            String yaml = job("sale").array();
            assertThat(yaml).contains(field + ":");
            List<String> unknown = new ArrayList<>();
            unknown("job", read(yaml.replace(field + ":", field + "s:")), unknown);
            assertThat(unknown).as(field).hasSize(1).allMatch(path -> path.endsWith("." + field + "s"));
        }
    }

    @Test
    void theMergeIsAPlainJob() throws Exception {
        Job job = read(job("sale").merge());
        List<String> unknown = new ArrayList<>();
        unknown("job", job, unknown);
        assertThat(unknown).isEmpty();
        assertThat(job.getMetadata().getName()).isEqualTo("firesale-sale-merge");
        assertThat(job.getSpec().getCompletionMode()).isNull();
        assertThat(job.getSpec().getBackoffLimit()).isEqualTo(3);
        assertThat(job.getSpec().getTemplate().getSpec().getContainers().get(0).getCommand()).endsWith("merge",
                "results/x: y").contains("-Xmx512m");
    }

    /** Pods are called after their job, with 12 letters more, and a name has 63 at most. */
    @Test
    void namesAreShortEnough() {
        String name = read(job("a-".repeat(60) + "a").merge()).getMetadata().getName();
        assertThat(name).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?").hasSizeLessThanOrEqualTo(57);
    }
}
