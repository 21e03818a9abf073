using System.Collections.Frozen;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Deciding;

/// <summary>Condition keys by name, without those that hold a tag's key.</summary>
internal static class ContextKeys
{
    private static readonly FrozenDictionary<string, Func<CallContext, ContextValues>> All = Table()
        .Concat(StoreKeys.Table())
        .Concat(RequestKeys.Made)
        .Concat(PointKeys.Table())
        .Concat(TunnelKeys.Table())
        .Concat(RequestKeys.ByMember.Concat(StoreKeys.ByMember).Concat(TunnelKeys.ByMember)
            .Select(pair => KeyValuePair.Create(pair.Key, FromMember(pair.Value))))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] GrantConstraints = ["EncryptionContextEquals", "EncryptionContextSubset"];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>The values of one.</summary>
    public static ContextValues Get(CallContext context, string name) =>
        All.TryGetValue(name, out var find) ? find(context) : ContextValues.None;

    private static Dictionary<string, Func<CallContext, ContextValues>> Table() => new(StringComparer.Ordinal)
    {
        ["aws:PrincipalArn"] = c => CallContext.One(Text(c.Identity.PrincipalArn)),
        ["aws:PrincipalAccount"] = c => CallContext.One(c.IsNobody ? null : c.Call.Caller.Account),
        ["aws:PrincipalOrgID"] = c => CallContext.One(c.Fence?.Facts.Id),
        ["aws:PrincipalOrgPaths"] = c => CallContext.One(c.Fence?.Facts.Path),
        ["aws:ResourceOrgID"] = c => CallContext.One(c.ResourceFence?.Facts.Id),
        ["aws:ResourceOrgPaths"] = c => CallContext.One(c.ResourceFence?.Facts.Path),
        ["aws:PrincipalType"] = c => new(c.Call.Caller.IsRoot ? "Account" : c.Call.Caller.Kind.ToString()),
        ["aws:PrincipalIsAWSService"] = _ => new("false"),
        ["aws:ViaAWSService"] = c => ServiceChain.Find("aws:ViaAWSService", c.Via)!.Value,
        ["aws:CalledVia"] = c => ServiceChain.Find("aws:CalledVia", c.Via)!.Value,
        ["aws:CalledViaFirst"] = c => ServiceChain.Find("aws:CalledViaFirst", c.Via)!.Value,
        ["aws:CalledViaLast"] = c => ServiceChain.Find("aws:CalledViaLast", c.Via)!.Value,
        ["aws:userid"] = c => new(c.Identity.UserId),
        ["aws:username"] = c => CallContext.One(c.Identity.UserName),
        ["aws:SourceIdentity"] = c => CallContext.One(c.Identity.SourceIdentity),
        ["aws:FederatedProvider"] = c => CallContext.One(c.Identity.FederatedProvider),
        ["aws:TokenIssueTime"] = c => CallContext.One(c.Identity.IssuedAt is { } at ? CallContext.Instant(at) : null),
        ["aws:AssumedRoot"] = c => CallContext.One(
            c.Call.Caller.Kind == CallerKind.AssumedRoot ? "true" : null),
        ["aws:MultiFactorAuthPresent"] = Factor,
        ["aws:MultiFactorAuthAge"] = c => CallContext.One(
            ShowsFactor(c) ? "0"
                : c.Identity.MfaAt is { } at ? CallContext.Whole((c.Call.Now - at).TotalSeconds) : null),
        // Through an endpoint the address is one of its VPC: aws:VpcSourceIp tells it, and not aws:SourceIp.
        ["aws:SourceIp"] = c => CallContext.One(c.Door is null ? Text(c.Request.Wire.RemoteAddress) : null),
        ["aws:VpcSourceIp"] = c => CallContext.One(c.Door is null ? null : Text(c.Request.Wire.RemoteAddress)),
        ["aws:SourceVpce"] = c => CallContext.One(c.Door?.Id),
        ["aws:SourceVpc"] = c => CallContext.One(c.Door?.VpcId),
        ["aws:VpceAccount"] = c => CallContext.One(c.Door?.Account),
        ["aws:VpceOrgID"] = c => CallContext.One(DoorFence(c)?.Facts.Id),
        ["aws:VpceOrgPaths"] = c => CallContext.One(DoorFence(c)?.Facts.Path),
        ["aws:Ec2InstanceSourceVpc"] = c => InstanceKeys.Find(c, "aws:Ec2InstanceSourceVpc"),
        ["aws:Ec2InstanceSourcePrivateIPv4"] = c => InstanceKeys.Find(c, "aws:Ec2InstanceSourcePrivateIPv4"),
        ["ec2:SourceInstanceARN"] = InstanceKeys.ArnOf,
        ["aws:SecureTransport"] = c => new(c.Request.Wire.IsTls ? "true" : "false"),
        ["aws:UserAgent"] = c => CallContext.One(c.Request.Wire.Headers.Get("User-Agent")),
        ["aws:Referer"] = c => CallContext.One(c.Request.Wire.Headers.Get("Referer")),
        ["aws:RequestedRegion"] = c => new(c.Call.Region),
        ["aws:CurrentTime"] = c => new(CallContext.Instant(c.Call.Now)),
        ["aws:EpochTime"] = c => new(CallContext.Whole(c.Call.Now.ToUnixTimeSeconds())),
        ["aws:TagKeys"] = c => CallContext.Many([.. c.Members.Tags.Keys]),
        ["aws:ResourceAccount"] = c => new(c.ResourceAccount),
        [AttributeKeys.Name] = AttributeKeys.Names,
        ["ec2:Region"] = c => new(c.Call.Region),
        ["ec2:CreateAction"] = c => c.Members.Has("TagSpecifications")
            ? new(c.Request.Entry.Operation)
            : ContextValues.None,
        ["ec2:Vpc"] = c => RequestKeys.ArnsOf(c, "vpc", "vpc"),
        ["ec2:Subnet"] = c => RequestKeys.ArnsOf(c, "subnet", "subnet"),
        ["kms:CallerAccount"] = c => new(c.Call.Caller.Account),
        ["kms:RequestAlias"] = c => CallContext.One(AliasIn(c.Members.At("KeyId"))),
        ["kms:GrantConstraintType"] = c => CallContext.Many(
            [.. GrantConstraints.Where(type => c.Members.Has($"Constraints.{type}"))]),
        ["kms:EncryptionContextKeys"] = c => CallContext.Many([.. EncryptionKeys.Of(c).Keys]),
        ["secretsmanager:ModifyRotationRules"] = c => c.Members.Has("RotationRules") ? new("true") : ContextValues.None,
        ["iam:PassedToService"] = c => CallContext.One(
            c.Action == "iam:PassRole" ? RequestKeys.PassedTo(c.Request.Entry) : null),
    };

    // Source: "aws:MultiFactorAuthPresent": temporary credentials only; lasting keys do not have it.
    private static ContextValues Factor(CallContext context)
    {
        if (ShowsFactor(context)) return new("true");
        return context.Identity.IssuedAt is null
            ? ContextValues.None
            : new(context.Identity.MfaAt is null ? "false" : "true");
    }

    // Who asks for a role may show the second factor with it; STS refuses a code that is wrong.
    private static bool ShowsFactor(CallContext context) =>
        context.Request.Entry.Service.Id == "sts" && context.Members.Has("TokenCode");

    // KMS Developer Guide, "kms:RequestAlias": the alias by which the request names the key.
    private static string? AliasIn(IReadOnlyList<string> named)
    {
        var at = named is [var key] ? key.IndexOf("alias/", StringComparison.Ordinal) : -1;
        return at < 0 ? null : named[0][at..];
    }

    private static Fence? DoorFence(CallContext context) =>
        context.Door is { } door ? Fences.Of(context.Call, door.Account) : null;

    private static Func<CallContext, ContextValues> FromMember(string path)
    {
        var paths = path.Split('|');
        return context => CallContext.Many(
            paths.Select(context.Members.At).FirstOrDefault(values => values.Count > 0) ?? []);
    }

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
