using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Catalog;

/// <summary>What is known of an instance type. Source: <c>data/instance-types.csv</c>.</summary>
internal sealed class InstanceTypeFacts(CsvRow row)
{
    /// <summary>For example t3.micro.</summary>
    public string Name { get; } = row.Required("type");

    /// <summary>The type as the model knows it.</summary>
    public InstanceType Type { get; } = InstanceTypeWire.Parse(row.Required("type"))!.Value;

    /// <summary>How many vCPUs it has.</summary>
    public int Vcpus { get; } = row.Number("vcpu")!.Value;

    /// <summary>Whether its instances can hibernate.</summary>
    public bool Hibernates { get; } = row.Flag("hibernation");

    /// <summary>Its memory in MiB.</summary>
    public int MemoryMib { get; } = row.Number("memory_mib")!.Value;

    /// <summary>The architectures that it runs; the last is the one of new images.</summary>
    public IReadOnlyList<string> Architectures { get; } = row.List("architectures");

    /// <summary>Whether its processor time is metered in credits.</summary>
    public bool Burstable { get; } = row.Flag("burstable");

    /// <summary>How many network interfaces an instance may have.</summary>
    public int MaxInterfaces { get; } = row.Number("max_enis")!.Value;

    /// <summary>How many IPv4 addresses and prefixes an interface may have.</summary>
    public int Ipv4PerInterface { get; } = row.Number("ipv4_per_eni")!.Value;

    /// <summary>How many IPv6 addresses and prefixes an interface may have; 0 where it does not support IPv6.</summary>
    public int Ipv6PerInterface { get; } = row.Number("ipv6_per_eni")!.Value;

    /// <summary>Default, supported or unsupported.</summary>
    public string EbsOptimized { get; } = row.Required("ebs_optimized");

    /// <summary>Whether it has enhanced networking.</summary>
    public bool Ena { get; } = row.Required("ena") != "unsupported";

    /// <summary>The ways in which it can boot.</summary>
    public IReadOnlyList<string> BootModes { get; } = row.List("boot_modes");

    /// <summary>All of its facts by column.</summary>
    public CsvRow Row { get; } = row;

    /// <summary>The family of letters before the first digit, for example t, vt or u-.</summary>
    public string Letters { get; } = LettersOf(row.Required("type"));

    /// <summary>The credit option that a new burstable instance has: T2 standard, later ones unlimited.</summary>
    public string? DefaultCredits => !Burstable ? null
        : Name.StartsWith("t2.", StringComparison.Ordinal) ? "standard" : "unlimited";

    private static string LettersOf(string name)
    {
        var digit = name.AsSpan().IndexOfAnyInRange('0', '9');
        return digit < 0 ? name[..name.IndexOf('.', StringComparison.Ordinal)] : name[..digit];
    }
}
