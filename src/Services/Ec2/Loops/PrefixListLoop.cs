using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Ends changes of prefix lists: in progress to complete, or to failed where a resource that refers to the list has no
/// room for its new size. Source: EC2 API Reference, ModifyManagedPrefixList (MaxEntries) and ManagedPrefixList
/// (states).
/// </summary>
public sealed class PrefixListLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the list's id.</summary>
    internal const string TimerKind = "ec2.prefix-list";

    // AWS gives no figure: guessed.
    private static readonly TimeSpan Changing = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Puts a list whose change is in progress, and sets it on its way.</summary>
    internal static void Begin(Call call, PrefixListRecord list)
    {
        call.Write(Tables.PrefixLists).Put(list);
        call.Settle(TimerKind, Changing, list.Id.Value);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var lists = call.Write(Tables.PrefixLists);
        if (lists.Find(new PrefixListId(subject)) is not { } list)
        {
            return;
        }

        if (list.State == PrefixListState.DeleteInProgress)
        {
            lists.Remove(list.Id);
            TagStore.Forget(call, subject);
            return;
        }

        lists.Put(list switch
        {
            { State: PrefixListState.CreateInProgress } => list with { State = PrefixListState.CreateComplete },
            { State: PrefixListState.RestoreInProgress } => list with { State = PrefixListState.RestoreComplete },
            { State: PrefixListState.ModifyInProgress, RequestedMaxEntries: { } size } => Resized(call, list, size),
            { State: PrefixListState.ModifyInProgress } => list with { State = PrefixListState.ModifyComplete },
            _ => list,
        });
    }

    private static PrefixListRecord Resized(Call call, PrefixListRecord list, int size)
    {
        var resized =
            list with { MaxEntries = size, RequestedMaxEntries = null, State = PrefixListState.ModifyComplete };
        var without = PrefixListUse.WithoutRoom(call, resized);
        return without.Count == 0
            ? resized
            : list with
            {
                RequestedMaxEntries = null,
                State = PrefixListState.ModifyFailed,
                StateMessage = "These resources do not support the new maximum size: "
                    + string.Join(", ", without.Take(10)),
            };
    }
}
