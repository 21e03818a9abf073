using Orrery.Core;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>
/// What a security group rule says, apart from its id, direction and description: two rules that say the same are
/// duplicates.
/// </summary>
/// <param name="IpProtocol">tcp, udp, icmp, icmpv6, -1 or a number.</param>
/// <param name="FromPort">First port or ICMP type; -1 for all.</param>
/// <param name="ToPort">Last port or ICMP code; -1 for all.</param>
internal sealed record RuleSpec(string IpProtocol, int FromPort, int ToPort)
{
    /// <summary>The peer as a block.</summary>
    public Cidr? Cidr { get; init; }

    /// <summary>The peer as a prefix list.</summary>
    public PrefixListId? PrefixListId { get; init; }

    /// <summary>The peer as another group.</summary>
    public SecurityGroupReference? ReferencedGroup { get; init; }

    /// <summary>What a stored rule says.</summary>
    public static RuleSpec Of(SecurityGroupRuleRecord rule) => new(rule.IpProtocol, rule.FromPort, rule.ToPort)
    {
        Cidr = rule.Cidr, PrefixListId = rule.PrefixListId, ReferencedGroup = rule.ReferencedGroup,
    };

    /// <summary>Whether both say the same; a referenced group is told by its id alone.</summary>
    public bool SaysTheSameAs(RuleSpec other) =>
        IpProtocol == other.IpProtocol && FromPort == other.FromPort && ToPort == other.ToPort
        && Equals(Cidr, other.Cidr) && Equals(PrefixListId, other.PrefixListId)
        && ReferencedGroup?.GroupId == other.ReferencedGroup?.GroupId;

    /// <summary>The rule with an id in a group.</summary>
    public SecurityGroupRuleRecord ToRecord(
        SecurityGroupRuleId id, SecurityGroupId group, bool isEgress, string? description) =>
        new()
        {
            Id = id, GroupId = group, IsEgress = isEgress, Description = description,
            IpProtocol = IpProtocol, FromPort = FromPort, ToPort = ToPort,
            Cidr = Cidr, PrefixListId = PrefixListId, ReferencedGroup = ReferencedGroup,
        };

    /// <summary>
    /// The rule as EC2 words it in errors, for example <c>peer: 0.0.0.0/0, TCP, from port: 80, to port: 80, ALLOW</c>.
    /// </summary>
    public override string ToString()
    {
        var peer = Cidr?.ToString() ?? PrefixListId?.Value ?? ReferencedGroup?.GroupId.Value;
        return IpProtocol == "-1"
            ? $"peer: {peer}, ALL, ALLOW"
            : $"peer: {peer}, {IpProtocol.ToUpperInvariant()}, from port: {FromPort}, to port: {ToPort}, ALLOW";
    }
}
