using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.PrefixLists;

/// <summary>Begins to make a prefix list of one's own, with its version 1.</summary>
public sealed class CreateManagedPrefixList
    : IWriteOperation<CreateManagedPrefixListRequest, CreateManagedPrefixListResult>
{
    /// <inheritdoc/>
    public CreateManagedPrefixListResult Run(CreateManagedPrefixListRequest request, Call call)
    {
        var list = new PrefixListRecord
        {
            Id = call.NewId<PrefixListId>(),
            Name = PrefixListRules.CheckName(request.PrefixListName!),
            AddressFamily = PrefixListRules.CheckFamily(request.AddressFamily!),
            MaxEntries = PrefixListRules.CheckMaxEntries(request.MaxEntries!.Value, request.Entries?.Count ?? 0),
            OwnerId = call.Account,
            State = PrefixListState.CreateInProgress,
        };
        list = PrefixListRules.WithVersion(list, PrefixListRules.Change(list, request.Entries, null));
        Limits.CheckPrefixLists(call);
        PrefixListLoop.Begin(call, list);
        TagStore.PutNew(call, Ec2Kinds.PrefixList, list.Id.Value, request.TagSpecifications);
        return new() { PrefixList = PrefixListView.Of(list, call) };
    }
}
