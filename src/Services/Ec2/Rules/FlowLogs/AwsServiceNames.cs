using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>
/// The AWS service that a public address belongs to, for the fields pkt-src-aws-service and pkt-dst-aws-service: EC2
/// for addresses that the world gave out, S3 and DYNAMODB by the prefix lists of the region. No other is known.
/// </summary>
internal static class AwsServiceNames
{
    /// <summary>The name, or null.</summary>
    public static string? Of(ReadCall call, Scope scope, IpAddress address)
    {
        if (call.Read(Tables.PublicIps, Scope.World).Find(new ResourceKey(address.ToString())) is { Released: false })
        {
            return "EC2";
        }

        return call.Read(Tables.PrefixLists, scope).All()
            .Where(list => !PrefixListRules.IsCustomers(list))
            .Where(list => PrefixListRules.Entries(list).Any(e => e.Cidr.Contains(address)))
            .Select(list => NameOf(list.Name)).FirstOrDefault(name => name is not null);
    }

    private static string? NameOf(string list) =>
        list.EndsWith(".s3", StringComparison.Ordinal) ? "S3"
        : list.EndsWith(".dynamodb", StringComparison.Ordinal) ? "DYNAMODB"
        : null;
}
