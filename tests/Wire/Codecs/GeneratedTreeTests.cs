using System.Diagnostics;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>The generator, run again, changes nothing: <c>./orrery generate --check</c>.</summary>
public sealed class GeneratedTreeTests
{
    [Fact]
    public void The_tree_holds_what_models_and_operations_generate()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var generator = Path.Combine(
            here.Parent!.Parent!.FullName, "Orrery.CodeGen", here.Name, "Orrery.CodeGen.dll");
        using var check = Process.Start(new ProcessStartInfo("dotnet", ["exec", generator, "--check"])
        {
            WorkingDirectory = here.FullName,
            RedirectStandardError = true,
        })!;
        var said = check.StandardError.ReadToEnd();
        check.WaitForExit();
        Assert.True(check.ExitCode == 0, said);
    }
}
