using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// The names that Amazon's DNS gives to addresses; us-east-1 has older forms. They exist in a VPC that has both DNS
/// support
/// and DNS hostnames. Source: Amazon VPC User Guide, "DNS attributes for your VPC".
/// </summary>
internal static class DnsNames
{
    /// <summary>The domain of private names of a region.</summary>
    public static string PrivateDomain(string region) =>
        region == "us-east-1" ? "ec2.internal" : $"{region}.compute.internal";

    /// <summary>The name of a private IPv4 address, or null where the VPC gives none.</summary>
    public static string? Private(ReadCall call, VpcRecord vpc, string address) =>
        Has(vpc) ? $"ip-{Dashed(address)}.{PrivateDomain(call.Region)}" : null;

    /// <summary>The name of a public IPv4 address, or null where the VPC gives none.</summary>
    public static string? Public(ReadCall call, VpcRecord vpc, string address) =>
        Has(vpc) ? $"ec2-{Dashed(address)}.{PublicDomain(call.Region)}" : null;

    /// <summary>The domain of public names of a region.</summary>
    public static string PublicDomain(string region) =>
        region == "us-east-1" ? "compute-1.amazonaws.com" : $"{region}.compute.amazonaws.com";

    /// <summary>Whether a VPC gives names to its addresses.</summary>
    public static bool Has(VpcRecord vpc) => vpc.EnableDnsSupport && vpc.EnableDnsHostnames;

    private static string Dashed(string address) => address.Replace('.', '-');
}
