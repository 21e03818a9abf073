using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.PrefixLists;

/// <summary>Begins to delete a prefix list that nothing refers to.</summary>
public sealed class DeleteManagedPrefixList
    : IWriteOperation<DeleteManagedPrefixListRequest, DeleteManagedPrefixListResult>
{
    /// <inheritdoc/>
    public DeleteManagedPrefixListResult Run(DeleteManagedPrefixListRequest request, Call call)
    {
        var list = PrefixListRules.ForChange(call, request.PrefixListId!);
        if (PrefixListUse.Of(call, list) is [var first, ..])
        {
            throw Errors.DependencyViolation(
                $"The prefix list '{list.Id}' is referenced by '{first.Id}' and cannot be deleted.");
        }

        list = list with { State = PrefixListState.DeleteInProgress };
        PrefixListLoop.Begin(call, list);
        return new() { PrefixList = PrefixListView.Of(list, call) };
    }
}
