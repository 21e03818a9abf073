using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;
using Orrery.Services.Ram.Records;

namespace Orrery.Services.Ram.Rules;

/// <summary>The ARNs of RAM: of shares and invitations in the account that shares, of permissions in AWS's.</summary>
internal static class Arns
{
    private const string Share = "resource-share/";
    private const string Invitation = "resource-share-invitation/";

    /// <summary>The ARN of a share.</summary>
    public static string OfShare(Scope owner, RamKey id) => $"arn:aws:ram:{owner.Region}:{owner.Account}:{Share}{id}";

    /// <summary>The ARN of an invitation, which its sender's account is in.</summary>
    public static string OfInvitation(string region, string sender, RamKey id) =>
        $"arn:aws:ram:{region}:{sender}:{Invitation}{id}";

    /// <summary>The owner's scope and the key of a share.</summary>
    /// <exception cref="Core.ServiceException">MalformedArnException.</exception>
    public static (Scope Owner, RamKey Id) OpenShare(string arn) => Open(arn, Share);

    /// <summary>The sender's scope and the key of an invitation.</summary>
    /// <exception cref="Core.ServiceException">MalformedArnException.</exception>
    public static (Scope Sender, RamKey Id) OpenInvitation(string arn) => Open(arn, Invitation);

    /// <summary>The account and region that a resource's ARN names; null where it is no such ARN.</summary>
    public static Scope? ScopeOf(string arn) =>
        arn.Split(':', 6) is ["arn", "aws", not "", var region and not "", var account, not ""]
            && AccountNumber.Is(account)
            ? new(account, region)
            : null;

    /// <summary>A new last part of an ARN.</summary>
    public static RamKey New(Call call) => new(Uuids.New(call));

    private static (Scope, RamKey) Open(string arn, string kind) =>
        ScopeOf(arn) is { } scope && arn.Split(':', 6)[2] == "ram"
        && arn.Split(':', 6)[5].StartsWith(kind, StringComparison.Ordinal)
            ? (scope, new(arn[(arn.LastIndexOf('/') + 1)..]))
            : throw Errors.Malformed(arn);
}
