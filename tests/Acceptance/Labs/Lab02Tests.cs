using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;

namespace Orrery.Tests.Acceptance.Labs;

public sealed class Lab02Tests
{
    private static readonly string Lab = Path.Combine(Repository.Root, "labs", "02-vpc-peering");

    [Fact]
    public async Task The_script_of_plain_aws_commands_comes_out_as_its_page_says()
    {
        ClientProcess.Need("aws");
        ClientProcess.Need("bash");
        await using var orrery = await OrreryHost.StartAsync();
        var environment = Aws.Environment(orrery);
        environment["ORRERY_ENDPOINT"] = environment["AWS_ENDPOINT_URL"];
        environment["ORRERY"] = await OwnCommandAsync();

        var result = await ClientProcess.RunAsync("bash", [Path.Combine(Lab, "lab.sh")], environment);

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("blackhole", result.Output);
        Assert.Contains("Everything came out as the page says.", result.Output);
    }

    [Fact]
    public async Task Terraform_builds_the_lab_finds_nothing_to_change_and_takes_it_down()
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        await using var terraform = await Terraform.StartAsync(Path.Combine(Lab, "terraform"), orrery);

        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        Assert.Contains("true", await terraform.OutputAsync("a_reaches_b"));
        await terraform.DestroyAsync();
    }

    // A script that calls the command this test was built with.
    private static async Task<string> OwnCommandAsync()
    {
        var script = Path.Combine(Path.GetTempPath(), $"orrery-{Environment.ProcessId}.sh");
        var program = Path.Combine(AppContext.BaseDirectory, "orrery.dll");
        await File.WriteAllTextAsync(script, $"#!/bin/sh\nexec dotnet exec \"{program}\" \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return script;
    }
}
