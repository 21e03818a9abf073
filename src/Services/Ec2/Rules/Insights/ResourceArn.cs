using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Insights;

/// <summary>ARNs of EC2 resources: <c>arn:aws:ec2:region:account:type/id</c>.</summary>
internal static class ResourceArn
{
    /// <summary>The ARN of a resource of an account and region.</summary>
    public static string Of(Scope scope, string id) =>
        $"arn:aws:ec2:{scope.Region}:{scope.Account}:{Ec2Kinds.OfId(id)?.TagType ?? "instance"}/{id}";

    /// <summary>A resource of an account and region.</summary>
    public static ComponentRecord Component(Scope scope, string id) => new(id, Of(scope, id));

    /// <summary>A resource of a topology; null where there is none of this id.</summary>
    public static ComponentRecord? Component(Topology topology, string? id) =>
        topology.Find(id) is { } found ? Component(new Scope(found.Account, found.Region), found.Id) : null;

    /// <summary>Reads an id, or the ARN of a resource of any account and region.</summary>
    /// <returns>The id and the whole ARN.</returns>
    /// <exception cref="ServiceException">InvalidParameterValue: an ARN of another form.</exception>
    public static ComponentRecord Read(Scope own, string text, string parameter)
    {
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return Component(own, text);
        }

        return text.Split(':', 6) is ["arn", _, "ec2", _, { Length: 12 }, var resource]
            && resource.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
            ? new(resource[(slash + 1)..], text)
            : throw Errors.InvalidParameterValue($"Value ({text}) for parameter {parameter} is invalid. Invalid ARN.");
    }
}
