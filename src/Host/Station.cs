using Orrery.Host.Logging;
using Orrery.Host.Stores;

namespace Orrery.Host;

/// <summary>What the parts of a running Orrery share.</summary>
internal sealed class Station
{
    /// <summary>How it was started.</summary>
    public required HostOptions Options { get; init; }

    /// <summary>The worlds.</summary>
    public required WorldDirectory Worlds { get; init; }

    /// <summary>What the worlds are kept in.</summary>
    public required Kernel.Worlds AllWorlds { get; init; }

    /// <summary>The machine's clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>What exports are sealed under where nobody names a passphrase.</summary>
    public required HomeKey HomeKey { get; init; }

    /// <summary>The calls that were denied.</summary>
    public Denials Denials { get; } = new();

    /// <summary>What worlds are told of requests to their buckets; set once they are open.</summary>
    public VisitDesk? Visits { get; set; }

    /// <summary>Tells the worlds of the requests to buckets that they have not been told of.</summary>
    public Task SettleAsync() => Visits?.FlushAsync() ?? Task.CompletedTask;

    /// <summary>The timestamp of its start.</summary>
    public required long Started { get; init; }

    /// <summary>The served services, in order of their names.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>Where it answers; set once the port is known.</summary>
    public Uri Endpoint { get; set; } = new("http://localhost");
}
