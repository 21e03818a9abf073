using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Sqs.Ids;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;

namespace Orrery.Services.Sqs.Boxes;

/// <summary>
/// The messages of a FIFO queue. They lie by group; the groups that nothing blocks stand in a row by their first
/// message. Source: SQS Developer Guide, "FIFO queue delivery logic": while a message of a group is in flight, no
/// other of it is given out, and a receive gives as many of one group as it can.
/// </summary>
internal sealed class FifoBox(Call call, Place place) : Box(call, place)
{
    /// <summary>AWS's sequence numbers have 20 digits and grow; how they begin is not documented.</summary>
    private const ulong FirstSequence = 18_000_000_000_000_000_000;

    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override MessageRecord Add(MessageRecord message, TimeSpan delay, int count, DateTimeOffset? first)
    {
        var number = Tally.Next;
        var group = Places.Digest(message.GroupId!);
        var item = Places.Grouped(group, number);
        message = message with
        {
            Key = Places.Item(Space, item),
            SequenceNumber = (FirstSequence + (ulong)number).ToString(CultureInfo.InvariantCulture),
        };
        Tally = Tally with { Next = number + 1, Head = number + 1 };
        Age(message.SentAt);
        if (delay > TimeSpan.Zero)
            Delay(item, message.SentAt, message.SentAt + delay);
        else
            Tally = Tally with { Loose = Tally.Loose + 1 };
        if (count > 0)
            Returned.Put(new(message.Key, count, first));
        Messages.Put(message);
        Join(group, item, message.SentAt);
        return message;
    }

    /// <inheritdoc/>
    protected override void Delete(Receipt receipt, string handle)
    {
        var key = Places.Item(receipt.Space, receipt.Item);
        if (Current(receipt) is not { } flight)
        {
            if (Messages.Contains(key))
                throw Errors.Expired(handle);
            return;
        }
        Flights.Remove(flight.Key);
        Messages.Remove(key);
        Touch(flight.Item, inFlight: -1, count: -1);
    }

    /// <inheritdoc/>
    protected override void Hide(Receipt receipt, string handle, TimeSpan span)
    {
        if (Current(receipt) is { } flight)
            Hide(flight, span);
        else if (Messages.Contains(Places.Item(receipt.Space, receipt.Item)))
            throw Errors.Expired(handle);
        else
            throw Gone(handle);
    }

    /// <summary>
    /// Messages expire from the beginning of their groups; those behind a message in flight once it has come back.
    /// </summary>
    public override bool Expire(int most)
    {
        var left = most;
        foreach (var ready in ReadyRow())
        {
            if (!IsExpired(ready.SentAt) || left <= 0)
                break;
            foreach (var message in Of(ready.Group))
            {
                if (!IsExpired(message.SentAt) || left-- <= 0)
                    break;
                Forget(message);
            }
        }
        Tally = Tally with { NextExpiry = null };
        Settle();
        Tally = Tally with
        {
            NextExpiry = ReadyRow().FirstOrDefault() is { } first ? ExpiryOf(first.SentAt) : null,
        };
        return Tally.NextExpiry is null || Tally.NextExpiry > Now;
    }

    /// <summary>
    /// Lays delayed messages anew: a changed delay holds for messages that are in the queue already. Source: SQS API
    /// Reference and Developer Guide, "Amazon SQS delay queues".
    /// </summary>
    public void Redelay(int seconds)
    {
        var rows = Delayed.From(Places.Start(Space)).TakeWhile(row => Counts.IsIn(Space, row.Key)).ToList();
        Tally = Tally with { Delayed = 0, NextDelayed = null };
        foreach (var row in rows)
        {
            Delayed.Remove(row.Key);
            Delay(row.Item, row.SentAt, row.SentAt.AddSeconds(seconds));
        }
    }

    /// <inheritdoc/>
    protected override MessageRecord? First() =>
        ReadyRow().FirstOrDefault() is { } ready && Of(ready.Group).FirstOrDefault() is { } head && !IsDelayed(head)
            ? head
            : null;

    /// <inheritdoc/>
    protected override IEnumerable<Taken> Available()
    {
        foreach (var ready in ReadyRow())
        {
            foreach (var message in Of(ready.Group))
            {
                if (IsDelayed(message))
                {
                    // Later groups begin later: nothing behind a delayed first message can be received.
                    if (Places.Ready(Space, Places.ItemOf(message.Key)) == ready.Key)
                        yield break;
                    break;
                }
                var state = Returned.Find(message.Key);
                if (state is not null)
                    Returned.Remove(message.Key);
                Tally = Tally with { Loose = Tally.Loose - 1 };
                yield return new(message, state?.Count ?? 0, state?.FirstReceivedAt);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Fly(FlightRecord flight)
    {
        base.Fly(flight);
        Touch(flight.Item, inFlight: 1, count: 0);
    }

    /// <inheritdoc/>
    protected override void Discard(MessageRecord message)
    {
        base.Discard(message);
        Touch(Places.ItemOf(message.Key), inFlight: 0, count: -1);
    }

    /// <inheritdoc/>
    protected override void Land(FlightRecord flight)
    {
        base.Land(flight);
        Touch(flight.Item, inFlight: -1, count: 0);
    }

    /// <inheritdoc/>
    protected override void Settle()
    {
        foreach (var group in _touched)
            Settle(group);
        _touched.Clear();
    }

    private IEnumerable<ReadyRecord> ReadyRow() =>
        Ready.From(Places.Start(Space)).TakeWhile(row => Counts.IsIn(Space, row.Key));

    private IEnumerable<MessageRecord> Of(string group)
    {
        var prefix = $"{Space}/{group}/";
        return Messages.From(new(prefix)).TakeWhile(row => row.Key.Value.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>The message in flight of a receipt that still holds, or null.</summary>
    private FlightRecord? Current(Receipt receipt) =>
        FlightOf(receipt) is { } flight && flight.Count == receipt.Count && flight.Due > Now ? flight : null;

    private bool IsDelayed(MessageRecord message) =>
        Tally.Delayed > 0 && Delayed.Contains(DelayKey(message));

    private RowKey DelayKey(MessageRecord message) => Places.Due(
        Space, message.SentAt.AddSeconds(Queue.DelaySeconds), Places.ItemOf(message.Key));

    private void Join(string group, string item, DateTimeOffset sent)
    {
        var key = Places.Item(Space, group);
        if (Groups.Find(key) is { } record)
        {
            Groups.Put(record with { Count = record.Count + 1 });
            return;
        }
        var ready = Places.Ready(Space, item);
        Ready.Put(new(ready, group, sent));
        Groups.Put(new(key, 1, 0, ready));
    }

    private void Touch(string item, int inFlight, int count)
    {
        var group = Places.GroupOf(item);
        _touched.Add(group);
        if (Groups.Find(Places.Item(Space, group)) is { } record)
            Groups.Put(record with { InFlight = record.InFlight + inFlight, Count = record.Count + count });
    }

    /// <summary>Puts a group into the row of those that can be received from, at its first message, or takes it
    /// off.</summary>
    private void Settle(string group)
    {
        var key = Places.Item(Space, group);
        if (Groups.Find(key) is not { } record)
            return;
        var head = record.InFlight > 0 || record.Count == 0 ? null : Of(group).FirstOrDefault();
        RowKey? ready = head is null ? null : Places.Ready(Space, Places.ItemOf(head.Key));
        if (record.Ready is { } old && old != ready)
            Ready.Remove(old);
        if (record.Count == 0)
        {
            Groups.Remove(key);
            return;
        }
        if (ready is { } place && record.Ready != ready)
        {
            Ready.Put(new(place, group, head!.SentAt));
            Age(head.SentAt);
        }
        if (record.Ready != ready)
            Groups.Put(record with { Ready = ready });
    }

    private void Forget(MessageRecord message)
    {
        Returned.Remove(message.Key);
        Tally = Tally.Delayed > 0 && Delayed.Remove(DelayKey(message))
            ? Tally with { Delayed = Tally.Delayed - 1 }
            : Tally with { Loose = Tally.Loose - 1 };
        Discard(message);
    }
}
