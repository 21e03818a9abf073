using Orrery.Tests.Acceptance.Host;

namespace Orrery.Tests.Acceptance.Messaging;

/// <summary>A life of an Orrery that keeps its world in a file, from its start until it is killed.</summary>
internal sealed class Life : IAsyncDisposable
{
    private readonly OrreryProcess _process;
    private bool _isKilled;

    private Life(OrreryProcess process, Speaker speaker)
    {
        _process = process;
        Speaker = speaker;
    }

    /// <summary>Speaks to it.</summary>
    public Speaker Speaker { get; }

    /// <summary>Starts it on a file.</summary>
    public static async Task<Life> BeginAsync(string file, string clock = "live")
    {
        var process = OrreryProcess.Start("up", "--store", file, "--port", "0", "--clock", clock, "--quiet");
        return new(process, new(await process.ReadyAsync()));
    }

    /// <summary>Kills it (SIGKILL): it has no time for anything.</summary>
    public async ValueTask KillAsync()
    {
        if (_isKilled) return;
        _isKilled = true;
        await _process.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Speaker.Dispose();
        await KillAsync();
    }
}
