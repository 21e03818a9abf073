using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.PrefixLists;

/// <summary>
/// Begins to change a prefix list: its name, its size, or its entries, which makes a new version. Size and entries
/// cannot be changed together.
/// </summary>
public sealed class ModifyManagedPrefixList
    : IWriteOperation<ModifyManagedPrefixListRequest, ModifyManagedPrefixListResult>
{
    /// <inheritdoc/>
    public ModifyManagedPrefixListResult Run(ModifyManagedPrefixListRequest request, Call call)
    {
        if (request.IpamPrefixListResolverSyncEnabled is not null)
        {
            throw Errors.NotServed("prefix lists that IPAM fills (IpamPrefixListResolverSyncEnabled)");
        }

        var entries = request.AddEntries is { Count: > 0 } || request.RemoveEntries is { Count: > 0 };
        if (entries && request.MaxEntries is not null)
        {
            throw Errors.InvalidParameterCombination(
                "You cannot modify the entries and the maximum entries for the prefix list in the same request.");
        }

        if (entries && request.CurrentVersion is null)
        {
            throw Errors.Missing("currentVersion");
        }

        var list = PrefixListRules.ForChange(call, request.PrefixListId!, request.CurrentVersion);
        var changed = list with
        {
            Name = request.PrefixListName is { } name ? PrefixListRules.CheckName(name) : list.Name,
            RequestedMaxEntries = request.MaxEntries is { } size
                ? PrefixListRules.CheckMaxEntries(size, PrefixListRules.Entries(list).Length)
                : null,
            State = PrefixListState.ModifyInProgress,
            StateMessage = null,
        };
        if (entries)
        {
            changed = PrefixListRules.WithVersion(
                changed, PrefixListRules.Change(list, request.AddEntries, request.RemoveEntries));
        }

        PrefixListLoop.Begin(call, changed);
        return new() { PrefixList = PrefixListView.Of(changed, call) };
    }
}
