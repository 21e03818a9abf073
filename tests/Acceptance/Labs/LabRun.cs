using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;
using Orrery.Tests.Acceptance.Host;

namespace Orrery.Tests.Acceptance.Labs;

/// <summary>A lab as a person runs it: its script against an Orrery, and its Terraform up and down.</summary>
internal static class LabRun
{
    // A script that calls the command that is tested. Written once: nobody may write what another lab runs.
    private static readonly Lazy<Task<string>> OwnCommand = new(WriteOwnCommandAsync);

    /// <summary>Runs the script of plain aws commands; it has to come out as its page says.</summary>
    /// <param name="folder">The lab's folder below labs.</param>
    /// <returns>What it printed.</returns>
    public static async Task<string> ScriptAsync(string folder)
    {
        ClientProcess.Need("aws");
        ClientProcess.Need("bash");
        await using var orrery = await OrreryHost.StartAsync();
        var environment = Aws.Environment(orrery);
        environment["ORRERY_ENDPOINT"] = environment["AWS_ENDPOINT_URL"];
        environment["ORRERY"] = await OwnCommand.Value;

        var result = await ClientProcess.RunAsync("bash", [Path.Combine(PathOf(folder), "lab.sh")], environment);

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("Everything came out as the page says.", result.Output);
        return result.Output;
    }

    /// <summary>Applies its configuration, finds nothing to change, and takes it down.</summary>
    /// <param name="folder">The lab's folder below labs.</param>
    /// <param name="output">Which output to read in between.</param>
    /// <returns>That output.</returns>
    public static async Task<string> TerraformAsync(string folder, string output)
    {
        ClientProcess.Need("terraform");
        await using var orrery = await OrreryHost.StartAsync();
        await using var terraform = await Terraform.StartAsync(Path.Combine(PathOf(folder), "terraform"), orrery);
        await terraform.ApplyAsync();
        Assert.Equal(0, await terraform.PlanAsync());
        var text = await terraform.OutputAsync(output);
        await terraform.DestroyAsync();
        return text;
    }

    private static string PathOf(string folder) => Path.Combine(Repository.Root, "labs", folder);

    private static async Task<string> WriteOwnCommandAsync()
    {
        var script = Path.Combine(Path.GetTempPath(), $"orrery-{Environment.ProcessId}.sh");
        var (file, before) = OwnProgram.Command;
        var words = string.Join(' ', before.Prepend(file).Select(word => $"\"{word}\""));
        await File.WriteAllTextAsync(script, $"#!/bin/sh\nexec {words} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return script;
    }
}
