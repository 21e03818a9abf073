using System.Net;
using Orrery.Kernel.Calls;
using Orrery.Kernel.Time;

namespace Orrery.Host;

/// <summary>Everything that can be chosen when an Orrery starts.</summary>
public sealed record HostOptions
{
    /// <summary>The port that clients of AWS are pointed at; the same as LocalStack's, so that tools find it.</summary>
    public const int DefaultPort = 4566;

    /// <summary>The account of callers with an unknown access key.</summary>
    public const string DefaultAccount = "123456789012";

    /// <summary>The port to listen on; 0 takes any free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>The address to listen on. Loopback by default: the admin API can reset worlds.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The world that requests are for when they name none.</summary>
    public string World { get; init; } = "default";

    /// <summary>Keep the world in memory only.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>
    /// The file of the world; needed unless it is ephemeral. <see cref="WorldFiles"/> knows the usual place.
    /// </summary>
    public string? Store { get; init; }

    /// <summary>
    /// The seed of all ids and chance of a new world; null for 1, so that two fresh worlds are alike.
    /// </summary>
    public long? Seed { get; init; }

    /// <summary>The account of callers with an unknown access key: twelve digits.</summary>
    public string Account { get; init; } = DefaultAccount;

    /// <summary>Refuse unknown access keys.</summary>
    public bool Strict { get; init; }

    /// <summary>How long transitions take.</summary>
    public Delays Delays { get; init; } = Delays.None;

    /// <summary>How the clock moves.</summary>
    public ClockMode Clock { get; init; } = ClockMode.Live;

    /// <summary>The virtual instant at which a new world begins; null for the machine's time.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Limits other than AWS's defaults, by Service Quotas code.</summary>
    public IReadOnlyDictionary<string, int> Quotas { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether user data of instances that ask for it runs as processes of this machine.</summary>
    public bool AllowsProcessBodies { get; init; }

    /// <summary>How requests are logged.</summary>
    public LogFormat Log { get; init; } = LogFormat.Text;

    /// <summary>Colour the log, as on a terminal.</summary>
    public bool LogColour { get; init; }
}
