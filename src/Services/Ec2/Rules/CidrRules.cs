using Orrery.Core;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Which blocks VPCs take. Source: Amazon VPC User Guide, "VPC CIDR blocks"; EC2 API Reference, CreateVpc.
/// </summary>
internal static class CidrRules
{
    // The link-local block "cannot be assigned to VPCs" (the page above, "IPv4 CIDR block association restrictions").
    // Of the others no page says so, nor with which words: guessed, since no host can have an address of them (IANA,
    // IPv4 Special-Purpose Address Registry).
    private static readonly Cidr[] NoHosts =
    [
        Cidr.Parse("169.254.0.0/16"), Cidr.Parse("0.0.0.0/8"), Cidr.Parse("127.0.0.0/8"), Cidr.Parse("224.0.0.0/4"),
        Cidr.Parse("240.0.0.0/4"),
    ];

    /// <summary>
    /// Reads an IPv4 block as CreateVpc takes it: host bits are cleared, as AWS does (100.68.0.18/18 becomes
    /// 100.68.0.0/18).
    /// </summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterValue when it is no block, InvalidVpc.Range outside /16 to /28, or where no host
    /// can be.
    /// </exception>
    public static Cidr VpcIpv4(string text, string parameter = "cidrBlock")
    {
        var cidr = Ipv4(text, parameter);
        return cidr.PrefixLength is >= 16 and <= 28 && !NoHosts.Any(range => range.Contains(cidr))
            ? cidr
            : throw new ServiceException("InvalidVpc.Range", $"The CIDR '{text}' is invalid.");
    }

    /// <summary>Reads any IPv4 block; host bits are cleared.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static Cidr Ipv4(string text, string parameter = "cidrBlock") => Read(text, false, parameter);

    /// <summary>Reads any IPv6 block; host bits are cleared.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static Cidr Ipv6(string text, string parameter = "ipv6CidrBlock") => Read(text, true, parameter);

    private static Cidr Read(string text, bool ipv6, string parameter) =>
        Cidr.TryParse(text, out var cidr, out _) && cidr.IsV6 == ipv6
            ? cidr
            : throw Errors.InvalidParameterValue(
                $"Value ({text}) for parameter {parameter} is invalid. This is not a valid CIDR block.");
}
