using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Orrery.Tests.Differential.Botocore;

/// <summary>A python3 process that asks botocore.</summary>
internal sealed class BotocorePeer : IDisposable
{
    private readonly Process _python;

    private BotocorePeer(Process python) => _python = python;

    /// <summary>Starts it; null where there is no python3 with botocore.</summary>
    public static BotocorePeer? Start()
    {
        var script = Path.Combine(Here(), "botocore_peer.py");
        try
        {
            using var probe = Process.Start(Python("-c", "import botocore"))!;
            probe.WaitForExit();
            return probe.ExitCode == 0 ? new BotocorePeer(Process.Start(Python(script))!) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Asks one question.</summary>
    public JsonNode Ask(JsonObject question)
    {
        _python.StandardInput.WriteLine(question.ToJsonString());
        _python.StandardInput.Flush();
        return JsonNode.Parse(_python.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException(_python.StandardError.ReadToEnd()))!;
    }

    public void Dispose()
    {
        _python.StandardInput.Close();
        _python.WaitForExit();
        _python.Dispose();
    }

    private static ProcessStartInfo Python(params string[] arguments) => new("python3", arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
