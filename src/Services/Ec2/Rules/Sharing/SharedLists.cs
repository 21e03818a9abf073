using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Sharing;

/// <summary>
/// Prefix lists of other accounts. Source: Amazon VPC User Guide, "Shared prefix list permissions" (who it is shared
/// with sees its entries and refers to it; changes are the owner's). What refers to a list keeps doing so when it is
/// unshared; that further references can then be made in an account that has some is guessed.
/// </summary>
internal static class SharedLists
{
    /// <summary>Those that others share with the caller's account.</summary>
    public static IEnumerable<PrefixListRecord> All(ReadCall call) =>
        from shared in SharedIds.Of(call, SharedIds.PrefixList)
        let list = call.Read(Tables.PrefixLists, shared.Owner).Find(new PrefixListId(shared.Id))
        where list is not null
        select list;

    /// <summary>A list that the caller may refer to.</summary>
    /// <exception cref="ServiceException">InvalidPrefixListID.*.</exception>
    public static PrefixListRecord Get(ReadCall call, string id)
    {
        Ec2Kinds.PrefixList.CheckForm(id);
        var key = new PrefixListId(id);
        return call.Read(Tables.PrefixLists).Find(key)
            ?? All(call).FirstOrDefault(list => list.Id == key)
            ?? (PrefixListUse.In(call, call.Scope, key).Any() ? Known(call, key) : null)
            ?? throw Ec2Kinds.PrefixList.NotFound(id);
    }

    /// <summary>The list that something refers to already, whoever owns it and whether it is still shared.</summary>
    public static PrefixListRecord? Known(ReadCall call, PrefixListId id) =>
        call.Read(Tables.PrefixLists).Find(id)
        ?? call.Scopes.Where(scope => scope.Region == call.Region)
            .Select(scope => call.Read(Tables.PrefixLists, scope).Find(id))
            .FirstOrDefault(list => list is not null);
}
