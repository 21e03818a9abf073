using Orrery.Kernel.State;
using Orrery.Services.Ram.Records;
using Orrery.Services.Ram.Rules;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Views;

/// <summary>Shares, associations and invitations as the API writes them.</summary>
internal static class ShareViews
{
    /// <summary>A share; tags are the owner's to see.</summary>
    public static ResourceShare Of(Scope owner, ShareRecord share, bool own) => new()
    {
        ResourceShareArn = Arns.OfShare(owner, share.Id),
        Name = share.Name,
        OwningAccountId = owner.Account,
        AllowExternalPrincipals = share.AllowsExternal,
        Status = share.Status,
        Tags = own ? ShareTags.View(share.Tags) : null,
        CreationTime = share.CreatedAt,
        LastUpdatedTime = share.ChangedAt,
        FeatureSet = ResourceShareFeatureSet.Standard,
    };

    /// <summary>A resource or an account in a share. Every account is external: there is no organization.</summary>
    public static ResourceShareAssociation Of(
        Scope owner, ShareRecord share, AssociationRecord one, ResourceShareAssociationType type) => new()
        {
            ResourceShareArn = Arns.OfShare(owner, share.Id),
            ResourceShareName = share.Name,
            AssociatedEntity = one.Entity,
            AssociationType = type,
            Status = one.Status,
            StatusMessage = one.Message,
            CreationTime = one.CreatedAt,
            LastUpdatedTime = one.ChangedAt,
            External = type == ResourceShareAssociationType.Principal,
        };

    /// <summary>Those of a share that a request named.</summary>
    public static IReadOnlyList<ResourceShareAssociation> Named(
        Scope owner, ShareRecord share, IReadOnlyList<string>? resources, IReadOnlyList<string>? principals) =>
    [
        .. share.Resources.Where(r => resources?.Contains(r.Entity) == true)
            .Select(r => Of(owner, share, r, ResourceShareAssociationType.Resource)),
        .. share.Principals.Where(p => principals?.Contains(p.Entity) == true)
            .Select(p => Of(owner, share, p, ResourceShareAssociationType.Principal)),
    ];

    /// <summary>An invitation to the account of a scope.</summary>
    public static ResourceShareInvitation Of(Scope receiver, InvitationRecord invitation) => new()
    {
        ResourceShareInvitationArn = Arns.OfInvitation(receiver.Region, invitation.Sender, invitation.Id),
        ResourceShareName = invitation.ShareName,
        ResourceShareArn = Arns.OfShare(receiver with { Account = invitation.Sender }, invitation.Share),
        SenderAccountId = invitation.Sender,
        ReceiverAccountId = receiver.Account,
        InvitationTimestamp = invitation.SentAt,
        Status = invitation.Status,
    };
}
