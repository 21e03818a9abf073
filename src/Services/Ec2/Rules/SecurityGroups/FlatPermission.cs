using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>
/// The old way to name one rule: protocol, ports and block, or a source group, as parameters of the operation itself.
/// Source: EC2 API Reference, AuthorizeSecurityGroupIngress.
/// </summary>
internal sealed record FlatPermission(string? IpProtocol, int? FromPort, int? ToPort, string? CidrIp)
{
    /// <summary>A group of the default VPC that gets full access.</summary>
    public string? SourceGroupName { get; init; }

    /// <summary>Its owner.</summary>
    public string? SourceGroupOwner { get; init; }

    private bool IsEmpty =>
        (IpProtocol ?? CidrIp ?? SourceGroupName ?? SourceGroupOwner) is null && FromPort is null && ToPort is null;

    /// <summary>The permissions that were given, in either way but not in both.</summary>
    /// <exception cref="Core.ServiceException">MissingParameter, InvalidParameterCombination.</exception>
    public IReadOnlyList<IpPermission> Or(IReadOnlyList<IpPermission>? permissions)
    {
        if (permissions is { Count: > 0 })
        {
            return IsEmpty
                ? permissions
                : throw Errors.InvalidParameterCombination(
                    "The parameter 'ipPermissions' may not be used in combination with 'ipProtocol', "
                    + "'fromPort', 'toPort',"
                    + " 'cidrIp' or 'sourceSecurityGroupName'");
        }

        if (IsEmpty)
        {
            throw Errors.Missing("ipPermissions");
        }

        return SourceGroupName is null ? [Single()] : FullAccess();
    }

    /// <summary>
    /// Egress rules are named by permissions alone. Source: EC2 API Reference, AuthorizeSecurityGroupEgress.
    /// </summary>
    /// <exception cref="Core.ServiceException">InvalidParameterValue where an old parameter is used,
    /// MissingParameter.</exception>
    public static IReadOnlyList<IpPermission> RefusedForEgress(
        string? text, int? port, IReadOnlyList<IpPermission>? permissions)
    {
        if (text is not null || port is not null)
        {
            throw Errors.InvalidParameterValue(
                "ipProtocol, fromPort, toPort, cidrIp and sourceSecurityGroup are not supported here. Use a set of IP"
                + " permissions instead.");
        }

        return permissions is { Count: > 0 } ? permissions : throw Errors.Missing("ipPermissions");
    }

    private IpPermission Single() => new()
    {
        IpProtocol = IpProtocol, FromPort = FromPort, ToPort = ToPort, IpRanges = [new() { CidrIp = CidrIp }],
    };

    // "The rule grants full ICMP, UDP, and TCP access."
    private IReadOnlyList<IpPermission> FullAccess()
    {
        if ((IpProtocol ?? CidrIp) is not null || FromPort is not null || ToPort is not null)
        {
            throw Errors.InvalidParameterCombination(
                "The parameter 'sourceSecurityGroupName' may not be used in combination with 'ipProtocol', 'fromPort',"
                + " 'toPort' or 'cidrIp'");
        }

        IpPermission All(string protocol, int from, int to) => new()
        {
            IpProtocol = protocol, FromPort = from, ToPort = to,
            UserIdGroupPairs = [new() { GroupName = SourceGroupName, UserId = SourceGroupOwner }],
        };
        return [All("tcp", 0, 65535), All("udp", 0, 65535), All("icmp", -1, -1)];
    }
}
