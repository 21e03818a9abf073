using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// Condition keys of the instance whose role's credentials sign. Source: IAM User Guide, "AWS global condition context
/// keys", aws:Ec2InstanceSourceVpc, aws:Ec2InstanceSourcePrivateIPv4; EC2 User Guide, "Example policies to control
/// access", ec2:SourceInstanceARN. How the credentials were asked for (ec2:RoleDelivery) is not kept.
/// </summary>
internal static class InstanceKeys
{
    private const string Service = "ec2.amazonaws.com";

    /// <summary>The ARN of the instance.</summary>
    public static ContextValues ArnOf(CallContext context) => CallContext.One(Arn(context));

    /// <summary>A property of the instance.</summary>
    public static ContextValues Find(CallContext context, string key) =>
        Arn(context) is { } arn && Facts(context.Call)?.ValuesOf(context.Call, arn, key) is { } values
            ? CallContext.Many(values)
            : ContextValues.None;

    // The session is named as the instance; in which region it is the other keys tell.
    private static string? Arn(CallContext context)
    {
        var call = context.Call;
        if (context.Identity.Service != Service || Facts(call) is not { } facts) return null;
        var id = context.Identity.UserId[(context.Identity.UserId.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return call.Scopes.Where(scope => scope.Account == call.Caller.Account)
            .Select(scope => $"arn:aws:ec2:{scope.Region}:{scope.Account}:instance/{id}")
            .FirstOrDefault(arn => facts.ValuesOf(call, arn, "ec2:InstanceType") is not null);
    }

    private static IResourceFacts? Facts(ReadCall call) =>
        call.PortsOf<IResourceFacts>().FirstOrDefault(static port => port.Service == "ec2");
}
