using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Names;

/// <summary>Who asks a resolver: something in a VPC.</summary>
/// <param name="Scope">The account and region of the VPC.</param>
/// <param name="Vpc">The VPC.</param>
internal sealed record Asker(Scope Scope, VpcRecord Vpc)
{
    private const string Internet = "internet";

    /// <summary>Who an id means, in whatever account and region; null is the internet.</summary>
    /// <exception cref="Core.ServiceException">The id is none, or names nothing.</exception>
    public static Asker? Of(ReadCall call, string id)
    {
        if (id.Equals(Internet, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach (var scope in call.Scopes.Prepend(call.Scope))
        {
            if (VpcOf(call, scope, id) is { } vpc && call.Read(Tables.Vpcs, scope).Find(vpc) is { } found)
            {
                return new(scope, found);
            }
        }

        throw Ec2Kinds.OfId(id) is { Prefix: "i" or "eni" or "subnet" or "vpc" } kind
            ? kind.NotFound(id)
            : Errors.InvalidParameterValue(
                $"'{id}' asks nothing: name i-…, eni-…, subnet-…, vpc-… or {Internet}.");
    }

    private static VpcId? VpcOf(ReadCall call, Scope scope, string id) => id[..Math.Max(id.IndexOf('-'), 0)] switch
    {
        "vpc" => new VpcId(id),
        "subnet" => call.Read(Tables.Subnets, scope).Find(new SubnetId(id))?.VpcId,
        "eni" => call.Read(Tables.NetworkInterfaces, scope).Find(new NetworkInterfaceId(id))?.VpcId,
        "i" => call.Read(InstanceTables.Instances, scope).Find(new InstanceId(id))?.VpcId,
        _ => null,
    };
}
