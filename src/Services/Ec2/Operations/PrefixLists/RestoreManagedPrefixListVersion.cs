using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.PrefixLists;

/// <summary>Begins to make a new version of a prefix list that has the entries of an earlier one.</summary>
public sealed class RestoreManagedPrefixListVersion
    : IWriteOperation<RestoreManagedPrefixListVersionRequest, RestoreManagedPrefixListVersionResult>
{
    /// <inheritdoc/>
    public RestoreManagedPrefixListVersionResult Run(RestoreManagedPrefixListVersionRequest request, Call call)
    {
        var list = PrefixListRules.ForChange(call, request.PrefixListId!, request.CurrentVersion!.Value);
        var previous = PrefixListVersions.Get(list, request.PreviousVersion!.Value);
        if (previous.Version == request.CurrentVersion)
        {
            throw Errors.InvalidParameterValue(
                $"Version {previous.Version} is the current version of the prefix list '{list.Id}'.");
        }

        if (previous.Entries.Length > list.MaxEntries)
        {
            throw PrefixListRules.TooMany(previous.Entries.Length, list.MaxEntries);
        }

        list = PrefixListRules.WithVersion(list, previous.Entries) with
        {
            State = PrefixListState.RestoreInProgress, StateMessage = null,
        };
        PrefixListLoop.Begin(call, list);
        return new() { PrefixList = PrefixListView.Of(list, call) };
    }
}
