using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>What a set of DHCP options is. Source: Amazon VPC User Guide, "DHCP option sets".</summary>
internal static class DhcpRules
{
    /// <summary>Whether a set is the one that a region begins with: Amazon's DNS and the region's domain name.</summary>
    public static bool IsAmazonDefault(DhcpOptionsRecord options) =>
        options.Configurations.Any(c => c.Key == "domain-name-servers" && c.Values is ["AmazonProvidedDNS"]);
}
