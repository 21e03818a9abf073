using Orrery.Contracts.Names;
using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Ec2.Rules.Names;

/// <summary>
/// What names resolve to: those of endpoints, of public and of private addresses, as the resolver of a VPC answers.
/// Names that others own (of AWS's services without an endpoint, of customers) are not answered. Source: Amazon VPC
/// User Guide, "DNS attributes for your VPC" and "DHCP option sets".
/// </summary>
internal static class NameRules
{
    private static readonly string[] AmazonServers = [DhcpRules.AmazonDns, "169.254.169.253"];

    /// <summary>The answer; a null asker is the internet.</summary>
    public static NameAnswer Resolve(ReadCall call, string name, Asker? asker)
    {
        name = name.TrimEnd('.').ToLowerInvariant();
        return (asker is null ? null : Silence(call, name, asker))
            ?? EndpointNames.Resolve(call, name, asker)
            ?? PublicNames.Resolve(call, name, asker)
            ?? (asker is null ? null : PrivateNames.Resolve(call, name, asker))
            ?? No(name, Reason.Of("NAME_UNKNOWN", $"No instance, interface or endpoint has the name {name}.", name));
    }

    /// <summary>A name that leads somewhere.</summary>
    public static NameAnswer Yes(string name, IEnumerable<string> addresses, Reason why) =>
        new(name, [.. addresses], Decision.Yes(why));

    /// <summary>A name that leads nowhere.</summary>
    public static NameAnswer No(string name, Reason why, params IReadOnlyList<Remedy> remedies) =>
        new(name, [], Decision.No(why, remedies));

    // The VPC has no resolver, or its instances are told to ask another one.
    private static NameAnswer? Silence(ReadCall call, string name, Asker asker)
    {
        var vpc = asker.Vpc;
        if (!vpc.EnableDnsSupport)
        {
            return No(
                name,
                Reason.Of(
                    "DNS_SUPPORT_DISABLED", $"{vpc.Id} has no resolver: enableDnsSupport is false.", vpc.Id.Value),
                new Remedy(
                    $"Enable DNS support of {vpc.Id}.",
                    [
                        new(
                            "ec2:ModifyVpcAttribute",
                            vpc.Id.Value,
                            new Dictionary<string, string> { ["EnableDnsSupport"] = "true" }),
                    ]));
        }

        var options = vpc.DhcpOptionsId is { } id ? call.Read(Tables.DhcpOptions, asker.Scope).Find(id) : null;
        var servers = options?.Configurations.FirstOrDefault(c => c.Key == "domain-name-servers")?.Values ?? [];
        return servers.IsDefaultOrEmpty || servers.Intersect(AmazonServers, StringComparer.OrdinalIgnoreCase).Any()
            ? null
            : No(name, Reason.Of(
                "DNS_SERVERS_OWN",
                $"The DHCP options {vpc.DhcpOptionsId} of {vpc.Id} name {string.Join(", ", servers)}, not "
                + $"{DhcpRules.AmazonDns}: what those servers answer is not known here.",
                vpc.Id.Value));
    }
}
