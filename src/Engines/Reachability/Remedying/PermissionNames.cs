namespace Orrery.Engines.Reachability.Remedying;

/// <summary>The arguments of AuthorizeSecurityGroupIngress and -Egress as the EC2 query protocol names them.</summary>
internal static class PermissionNames
{
    public const string Protocol = "IpPermissions.1.IpProtocol";
    public const string FromPort = "IpPermissions.1.FromPort";
    public const string ToPort = "IpPermissions.1.ToPort";
    public const string Block4 = "IpPermissions.1.IpRanges.1.CidrIp";
    public const string Block6 = "IpPermissions.1.Ipv6Ranges.1.CidrIpv6";
    public const string Group = "IpPermissions.1.Groups.1.GroupId";
}
