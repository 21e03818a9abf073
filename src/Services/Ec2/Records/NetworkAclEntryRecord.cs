using Orrery.Core;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>One entry of a network ACL.</summary>
public sealed record NetworkAclEntryRecord
{
    /// <summary>1 to 32766; lower numbers are looked at first.</summary>
    public required int RuleNumber { get; init; }

    /// <summary>Outbound when true.</summary>
    public bool Egress { get; init; }

    /// <summary>allow or deny.</summary>
    public required RuleAction RuleAction { get; init; }

    /// <summary>Protocol number, or -1 for all.</summary>
    public required string Protocol { get; init; }

    /// <summary>IPv4 or IPv6 block.</summary>
    public required Cidr Cidr { get; init; }

    /// <summary>First port; null where the protocol has none.</summary>
    public int? FromPort { get; init; }

    /// <summary>Last port.</summary>
    public int? ToPort { get; init; }

    /// <summary>ICMP type, -1 for all.</summary>
    public int? IcmpType { get; init; }

    /// <summary>ICMP code, -1 for all.</summary>
    public int? IcmpCode { get; init; }
}
