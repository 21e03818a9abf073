namespace Orrery.Host.Admin;

/// <summary>The addresses of the admin API, for the server and for its clients.</summary>
public static class AdminPaths
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "/_orrery/";

    /// <summary>The header that names the world a request is for.</summary>
    public const string WorldHeader = "x-orrery-world";

    /// <summary>
    /// The header that names the passphrase under which secrets of exports are sealed, escaped as in addresses.
    /// </summary>
    public const string PassphraseHeader = "x-orrery-passphrase";

    /// <summary>GET: that it runs, and how.</summary>
    public const string Health = Prefix + "health";

    /// <summary>POST: empties the world.</summary>
    public const string Reset = Prefix + "reset";

    /// <summary>GET: the clock; POST below it: advance, rate, set, mode.</summary>
    public const string Clock = Prefix + "clock";

    /// <summary>GET: the worlds; below it their names.</summary>
    public const string Worlds = Prefix + "worlds";

    /// <summary>GET: whether a packet passes, and why.</summary>
    public const string Trace = Prefix + "trace";

    /// <summary>GET: what a DNS name resolves to for who asks, and why.</summary>
    public const string Resolve = Prefix + "resolve";

    /// <summary>Open questions about what reaches what.</summary>
    public const string Reach = Prefix + "reach";

    /// <summary>GET: the e-mail and text messages of the world; below it their numbers.</summary>
    public const string Outbox = Prefix + "outbox";

    /// <summary>POST: sends a flow.</summary>
    public const string Send = Prefix + "send";

    /// <summary>GET: the networks as a picture.</summary>
    public const string Topology = Prefix + "topology";

    /// <summary>GET: a statistic of a metric over time, as data or as a picture.</summary>
    public const string Chart = Prefix + "chart";

    /// <summary>GET: what buckets are charged for.</summary>
    public const string StoreUses = Prefix + "s3/uses";

    /// <summary>GET: the flow logs; below it an id: what it has delivered.</summary>
    public const string FlowLogs = Prefix + "flow-logs";

    /// <summary>GET, below it an id: why something is as it is.</summary>
    public const string Explain = Prefix + "explain";

    /// <summary>GET: the declared networks behind customer gateways; PUT and DELETE below it.</summary>
    public const string OnPremises = Prefix + "onpremises";

    /// <summary>GET: the issuers whose keys were declared; PUT and DELETE below it, by their addresses.</summary>
    public const string Issuers = Prefix + "issuers";

    /// <summary>GET: the capacity that was declared or is in use; PUT: declares it.</summary>
    public const string Capacity = Prefix + "capacity";

    /// <summary>POST, below it an instance and <c>interrupt</c>: gives a Spot Instance its notice.</summary>
    public const string Spot = Prefix + "spot";

    /// <summary>GET: what is wrong with instances; POST, below it an instance: impairs it; below that, mend.</summary>
    public const string Impairments = Prefix + "impairments";

    /// <summary>GET: the zones that are lost; POST, below it a zone and <c>fail</c> or <c>mend</c>.</summary>
    public const string Zones = Prefix + "zones";

    /// <summary>GET, below it a name: why an Auto Scaling group has its size.</summary>
    public const string ExplainGroup = Explain + "/asg";

    /// <summary>GET: the calls that were denied last; below it a request id: why.</summary>
    public const string Denied = Explain + "/denied";

    /// <summary>GET: who may do something.</summary>
    public const string WhoCan = Prefix + "who-can";

    /// <summary>POST: tries loads on groups, on a fork of the world.</summary>
    public const string SimulateGroups = Prefix + "simulate/asg";

    /// <summary>GET: the declared loads; PUT: declares some; below it their names, and instances.</summary>
    public const string Loads = Prefix + "loads";

    /// <summary>GET: instances, loads and alarms as they stand.</summary>
    public const string Top = Prefix + "top";

    /// <summary>GET: the served and the refused operations.</summary>
    public const string Coverage = Prefix + "coverage";

    /// <summary>LocalStack's health, for tools that wait for it.</summary>
    public const string LocalStackHealth = "/_localstack/health";

    /// <summary>LocalStack's info, for tools that look at it.</summary>
    public const string LocalStackInfo = "/_localstack/info";
}
