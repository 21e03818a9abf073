using Orrery.Kernel.State;
using Orrery.Services.Ram.Records;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram;

/// <summary>The tables of RAM. Nobody else writes them.</summary>
internal static class Tables
{
    /// <summary>In the scope of the owner.</summary>
    public static readonly Table<RamKey, ShareRecord> Shares =
        Table<RamKey, ShareRecord>.Resident("ram.shares", r => r.Id, () => RamJson.Default.ShareRecord);

    /// <summary>Shares by the ARN of a resource that is associated.</summary>
    public static readonly Index<RamKey, ShareRecord> SharesByResource = Shares.IndexMany(
        "resource",
        s => s.Resources.Where(r => r.Status == ResourceShareAssociationStatus.Associated).Select(r => r.Entity));

    /// <summary>In the scope of the account that was invited.</summary>
    public static readonly Table<RamKey, InvitationRecord> Invitations =
        Table<RamKey, InvitationRecord>.Resident(
            "ram.invitations", r => r.Id, () => RamJson.Default.InvitationRecord);

    /// <summary>Accepted invitations, all under one word.</summary>
    public static readonly Index<RamKey, InvitationRecord> Accepted = Invitations.Index(
        "accepted", i => i.Status == ResourceShareInvitationStatus.Accepted ? "yes" : null);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Shares, Invitations];
}
