using Orrery.Kernel.Time;
using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Host;

namespace Orrery.Tests.Acceptance.Ec2;

/// <summary>Instances whose user data runs as a process of this machine. On Linux only.</summary>
public sealed class BodyTests
{
    private const string Asks =
        """
        #!/bin/sh
        token=$(curl -s -X PUT "$AWS_EC2_METADATA_SERVICE_ENDPOINT/latest/api/token" \
          -H 'X-aws-ec2-metadata-token-ttl-seconds: 60')
        id=$(curl -s -H "X-aws-ec2-metadata-token: $token" \
          "$AWS_EC2_METADATA_SERVICE_ENDPOINT/latest/meta-data/instance-id")
        echo "I am $id, process $$."
        exec sleep 86399
        """;

    [Fact]
    public async Task An_instance_asks_who_it_is_is_stopped_and_runs_again()
    {
        Need();
        await using var orrery = await OrreryHost.StartAsync(options => options with { AllowsProcessBodies = true });
        var aws = new Aws(orrery);
        var id = await LaunchAsync(aws);
        var first = await ProcessOfAsync(aws, id, 1);
        Assert.True(IsAlive(first));
        await aws.RunAsync($"ec2 stop-instances --instance-ids {id}");
        await GoneAsync(first);
        await aws.RunAsync($"ec2 start-instances --instance-ids {id}");
        var second = await ProcessOfAsync(aws, id, 2);
        Assert.True(IsAlive(second));
        await aws.RunAsync($"ec2 terminate-instances --instance-ids {id}");
        await GoneAsync(second);
    }

    [Fact]
    public async Task No_process_outlives_a_program_that_is_killed_and_all_run_again_with_the_next()
    {
        Need();
        var folder = Directory.CreateTempSubdirectory("orrery-test-");
        string[] up = ["up", "--store", Path.Combine(folder.FullName, "bodies.orrery"), "--bodies", "process",
            "--log", "json", "--port"];
        try
        {
            int before;
            string id;
            await using (var killed = OrreryProcess.Start([.. up, "4791"]))
            {
                await AnswersAsync(4791);
                var aws = new Aws(new Uri("http://localhost:4791"));
                id = await LaunchAsync(aws);
                before = await ProcessOfAsync(aws, id, 1);
            }

            await GoneAsync(before);
            await using var next = OrreryProcess.Start([.. up, "4792"]);
            await AnswersAsync(4792);
            var after = await ProcessOfAsync(new Aws(new Uri("http://localhost:4792")), id, 2);
            Assert.True(IsAlive(after));
            next.Terminate();
            await next.EndedAsync();
            Assert.False(IsAlive(after));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Need()
    {
        ClientProcess.Need("aws");
        ClientProcess.Need("curl");
        if (!OperatingSystem.IsLinux()) Assert.Skip("Processes as bodies need Linux.");
    }

    private static async Task<string> LaunchAsync(Aws aws)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Asks);
        var launched = await aws.RunAsync(
            $"ec2 run-instances --image-id ami-0123456789abcdef0 --instance-type t3.micro --user-data file://{file} "
            + "--tag-specifications ResourceType=instance,Tags=[{Key=orrery:body,Value=process}]");
        File.Delete(file);
        return launched.GetProperty("Instances")[0].GetProperty("InstanceId").GetString()!;
    }

    /// <summary>The process that said who it is, the so-many-th time.</summary>
    private static async Task<int> ProcessOfAsync(Aws aws, string id, int time)
    {
        string[] said = [];
        await WaitAsync(async () =>
        {
            var output = await aws.RunAsync($"ec2 get-console-output --latest --instance-id {id}");
            var text = output.TryGetProperty("Output", out var value) ? value.GetString()! : "";
            said = [.. text.Split('\n').Where(line =>
                line.StartsWith($"I am {id}, process ", StringComparison.Ordinal))];
            return said.Length == time;
        });
        return int.Parse(said[^1].Split(' ')[^1].TrimEnd('.'), System.Globalization.CultureInfo.InvariantCulture);
    }

    // Ends with an exception where the process outlives the time that a stop may take.
    private static async Task GoneAsync(int process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), MachineClock.Instance);
        try
        {
            await System.Diagnostics.Process.GetProcessById(process).WaitForExitAsync(limit.Token);
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
    }

    // One that has ended and that nobody has asked after is no longer alive.
    private static bool IsAlive(int process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ");
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task AnswersAsync(int port)
    {
        var asked = await ClientProcess.RunAsync("curl", [
            "-sf", "--retry", "60", "--retry-connrefused", "--retry-delay", "1", "-o", "/dev/null",
            $"http://localhost:{port}/_orrery/health",
        ], new Dictionary<string, string>());
        Assert.Equal(0, asked.ExitCode);
    }

    // Each question starts a client, which takes long enough.
    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        for (var turn = 0; turn < 60; turn++)
        {
            if (await isSo()) return;
        }

        Assert.Fail("It did not come to be.");
    }
}
