using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Sqs.Ids;
using Orrery.Services.Sqs.Loops;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;

namespace Orrery.Services.Sqs.Boxes;

/// <summary>
/// The messages of a queue within one call. Whatever is done costs what it touches, not what the queue holds. Close it
/// when all is done: that writes the tally and sees to the upkeep.
/// </summary>
internal abstract class Box(Call call, Place place)
{
    /// <summary>What one call returns or drops at most beside its own work; the upkeep does the rest.</summary>
    private const int SmallBatch = 100;

    /// <summary>Upkeeps are at least so far apart, so that messages due one after the other come back
    /// together.</summary>
    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(50);

    private Box? _deadLetters;
    private TallyRecord? _written;

    protected string Space { get; } = place.Queue.Space;

    protected QueueRecord Queue { get; } = place.Queue;

    protected DateTimeOffset Now { get; } = call.Now;

    protected TallyRecord Tally { get; set; } = null!;

    protected TableWriter<RowKey, MessageRecord> Messages =>
        field ??= call.Write(Tables.Messages, place.Scope);

    protected TableWriter<RowKey, FlightRecord> Flights => field ??= call.Write(Tables.Flights, place.Scope);

    protected TableWriter<RowKey, ReturnedRecord> Returned => field ??= call.Write(Tables.Returned, place.Scope);

    protected TableWriter<RowKey, DelayedRecord> Delayed => field ??= call.Write(Tables.Delayed, place.Scope);

    protected TableWriter<RowKey, GroupRecord> Groups => field ??= call.Write(Tables.Groups, place.Scope);

    protected TableWriter<RowKey, ReadyRecord> Ready => field ??= call.Write(Tables.Ready, place.Scope);

    /// <summary>How many messages are in flight.</summary>
    public int InFlight => Flights.CountBy(Tables.FlightsBySpace, Space);

    /// <summary>Whether a message can be received, as far as it is known.</summary>
    public bool HasVisible => Tally.Visible > 0;

    /// <summary>The box of a queue.</summary>
    public static Box Open(Call call, Place place)
    {
        Box box = place.Queue.IsFifo ? new FifoBox(call, place) : new StandardBox(call, place);
        box.Tally = call.Read(Tables.Tallies, place.Scope).Find(new(box.Space)) ?? new() { Space = box.Space };
        box._written = box.Tally;
        return box;
    }

    /// <summary>Leaves all messages of a queue to be cleared away; the queue is deleted, or gets another
    /// space.</summary>
    public static TallyRecord Abandon(Call call, Place place)
    {
        var box = Open(call, place);
        if (box.Tally.Upkeep is { } timer)
            call.Cancel(timer, place.Scope);
        ClearingLoop.Begin(call, place.Scope, box.Space);
        return box.Tally;
    }

    /// <summary>Adds a message; its place and sequence number are given here.</summary>
    public abstract MessageRecord Add(MessageRecord message, TimeSpan delay, int count, DateTimeOffset? first);

    /// <summary>Takes the message of a receipt away; silently where it is gone already.</summary>
    protected abstract void Delete(Receipt receipt, string handle);

    /// <summary>Hides the message of a receipt from now on for a while; not at all where that is zero.</summary>
    protected abstract void Hide(Receipt receipt, string handle, TimeSpan span);

    /// <summary>Deletes, if the receipt is of this queue; one of a space that was purged is of none.</summary>
    public void DeleteOwn(Receipt receipt, string handle)
    {
        if (receipt.Space == Space)
            Delete(receipt, handle);
    }

    /// <summary>Hides the message of a handle for so many seconds from now on.</summary>
    public void HideOwn(string? handle, int? seconds)
    {
        if (seconds is null or < 0 or > 43_200)
            throw Errors.Value(
                seconds, "VisibilityTimeout", "VisibilityTimeout must be an integer between 0 and 43200.");
        var receipt = Receipt.Parse(handle);
        if (receipt.Space != Space)
            throw Gone(handle!);
        Lapse(SmallBatch);
        Hide(receipt, handle!, TimeSpan.FromSeconds(seconds.Value));
    }

    /// <summary>Removes messages whose time is over; false where there may be more.</summary>
    public abstract bool Expire(int most);

    /// <summary>Has a timer forget deduplication ids and attempts, if none does yet.</summary>
    public void Remember()
    {
        if (Tally.Forgets)
            return;
        Tally = Tally with { Forgets = true };
        Remembered.Forget(call, place);
    }

    /// <summary>Receives messages: they are hidden from now on.</summary>
    public List<Taken> Take(int most, TimeSpan hidden)
    {
        Lapse(SmallBatch);
        Settle();
        var taken = new List<Taken>();
        var dropped = 0;
        foreach (var found in Available())
        {
            if (IsExpired(found.Message.SentAt))
            {
                Discard(found.Message);
                dropped++;
            }
            else if (Queue.MaxReceiveCount > 0 && found.Count >= Queue.MaxReceiveCount && DeadLetters() is { } other)
            {
                other.Add(
                    found.Message with { SourceArn = place.Arn, SentAt = Queue.IsFifo ? Now : found.Message.SentAt },
                    TimeSpan.Zero, found.Count, found.FirstReceivedAt);
                Discard(found.Message);
                dropped++;
            }
            else
            {
                var first = found.FirstReceivedAt ?? Now;
                Fly(new(Space, Places.ItemOf(found.Message.Key), Now + hidden, found.Count + 1, first, Now));
                taken.Add(found with { Count = found.Count + 1, FirstReceivedAt = first });
            }
            if (taken.Count == most || dropped >= SmallBatch)
                break;
        }
        return taken;
    }

    /// <summary>
    /// Hides a message anew that is still in flight as it was; null where it was deleted, received again or changed.
    /// </summary>
    public Taken? Renew(string item, int count, DateTimeOffset due, TimeSpan hidden)
    {
        if (Flights.By(Tables.FlightsByItem, $"{Space}/{item}").FirstOrDefault() is not { } flight
            || flight.Count != count || flight.Due != due
            || Messages.Find(Places.Item(Space, item)) is not { } message)
            return null;
        Hide(flight, hidden);
        return new(message, count, flight.FirstReceivedAt);
    }

    /// <summary>Takes the next message that can be received out for good; null where there is none.</summary>
    /// <param name="isWanted">Whether it is to be taken: one that is not stays, and null is the answer.</param>
    public MessageRecord? Remove(Func<MessageRecord, bool> isWanted)
    {
        Lapse(SmallBatch);
        Settle();
        while (First() is { } next)
        {
            var isGone = IsExpired(next.SentAt);
            if (!isGone && !isWanted(next))
                return null;
            var found = Available().First();
            Discard(found.Message);
            Settle();
            if (!isGone)
                return found.Message;
        }
        return null;
    }

    /// <summary>Lets messages come back that were hidden or delayed until now; false where there are more.</summary>
    public bool Lapse(int most)
    {
        var flights = Flights.From(Places.Start(Space))
            .TakeWhile(flight => flight.Space == Space && flight.Due <= Now).Take(most).ToList();
        foreach (var flight in flights)
        {
            Flights.Remove(flight.Key);
            Land(flight);
        }
        return LapseDelayed(most) && flights.Count < most;
    }

    /// <summary>Writes the tally, and has the upkeep come when it is needed.</summary>
    /// <param name="isUpkeep">Whether this is the upkeep itself.</param>
    /// <param name="hasMore">Whether it has to come again at once.</param>
    public void Close(bool isUpkeep = false, bool hasMore = false)
    {
        _deadLetters?.Close();
        Settle();
        if (isUpkeep)
            Tally = Tally with { UpkeepAt = null, Upkeep = null };
        if ((hasMore ? Now : Needed()) is { } needed)
            Plan(isUpkeep && needed < Now + Spacing ? Now + Spacing : needed);
        if (!ReferenceEquals(Tally, _written))
            call.Write(Tables.Tallies, place.Scope).Put(Tally);
        _written = Tally;
    }

    /// <summary>The first of the available messages, which stays where it is.</summary>
    protected abstract MessageRecord? First();

    /// <summary>Messages that can be received, in order; each is off the row once it is given out.</summary>
    protected abstract IEnumerable<Taken> Available();

    /// <summary>A message that was given out goes in flight.</summary>
    protected virtual void Fly(FlightRecord flight) => Flights.Put(flight);

    /// <summary>A message that was given out goes for good.</summary>
    protected virtual void Discard(MessageRecord message) => Messages.Remove(message.Key);

    /// <summary>A message that was in flight can be received again.</summary>
    protected virtual void Land(FlightRecord flight)
    {
        Returned.Put(new(Places.Item(Space, flight.Item), flight.Count, flight.FirstReceivedAt));
        Tally = Tally with { Loose = Tally.Loose + 1 };
    }

    /// <summary>A message that was delayed can be received.</summary>
    protected virtual void Begin(DelayedRecord delayed) =>
        Tally = Tally with { Delayed = Tally.Delayed - 1, Loose = Tally.Loose + 1 };

    /// <summary>Puts in order what the call has touched.</summary>
    protected virtual void Settle()
    {
    }

    /// <summary>The message in flight of a receipt, or null.</summary>
    protected FlightRecord? FlightOf(Receipt receipt) =>
        Flights.By(Tables.FlightsByItem, $"{receipt.Space}/{receipt.Item}").FirstOrDefault();

    /// <summary>Hides a message in flight for another span.</summary>
    protected void Hide(FlightRecord flight, TimeSpan span)
    {
        // Source: SQS Developer Guide, "Visibility timeout": 12 hours from the receive, extensions included.
        if (Now + span > flight.ReceivedAt + TimeSpan.FromHours(12))
            throw Errors.Value(
                (long)span.TotalSeconds, "VisibilityTimeout",
                "Total VisibilityTimeout for the message is beyond the limit [43200 seconds].");
        Flights.Remove(flight.Key);
        if (span == TimeSpan.Zero)
            Land(flight);
        else
            Flights.Put(flight with { Due = Now + span });
    }

    /// <summary>What is refused where the message of a handle is not there.</summary>
    protected static Core.ServiceException Gone(string handle) => Errors.Value(
        handle, "ReceiptHandle", "Message does not exist or is not available for visibility timeout change.");

    /// <summary>Notes a delayed message.</summary>
    protected void Delay(string item, DateTimeOffset sent, DateTimeOffset due)
    {
        Delayed.Put(new(Places.Due(Space, due, item), item, due, sent));
        Tally = Tally with { Delayed = Tally.Delayed + 1, NextDelayed = Earlier(Tally.NextDelayed, due) };
    }

    /// <summary>Notes that a message expires.</summary>
    protected void Age(DateTimeOffset sent) =>
        Tally = Tally with { NextExpiry = Earlier(Tally.NextExpiry, ExpiryOf(sent)) };

    protected DateTimeOffset ExpiryOf(DateTimeOffset sent) => sent.AddSeconds(Queue.MessageRetentionPeriod);

    protected bool IsExpired(DateTimeOffset sent) => ExpiryOf(sent) <= Now;

    protected static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;

    private bool LapseDelayed(int most)
    {
        if (Tally.Delayed == 0 || Tally.NextDelayed > Now)
            return true;
        var rows = Delayed.From(Places.Start(Space)).TakeWhile(row => Counts.IsIn(Space, row.Key))
            .Take(most + 1).ToList();
        foreach (var row in rows.Take(most).TakeWhile(row => row.Due <= Now))
        {
            Delayed.Remove(row.Key);
            Begin(row);
        }
        var next = rows.FirstOrDefault(row => row.Due > Now) ?? (rows.Count > most ? rows[most] : null);
        Tally = Tally with { NextDelayed = next?.Due };
        return next is null || next.Due > Now;
    }

    /// <summary>The dead-letter queue, where it is there.</summary>
    private Box? DeadLetters() => _deadLetters ??=
        QueueNames.OfArn(call, Queue.DeadLetterArn) is { } other && other.Queue.Space != Space
            ? Open(call, other)
            : null;

    private DateTimeOffset? Needed()
    {
        var flight = Flights.From(Places.Start(Space)).FirstOrDefault();
        var due = flight?.Space == Space ? flight.Due : (DateTimeOffset?)null;
        return Earlier(Earlier(due, Tally.Delayed > 0 ? Tally.NextDelayed : null), Tally.NextExpiry);
    }

    private void Plan(DateTimeOffset at)
    {
        if (Tally.UpkeepAt <= at)
            return;
        if (Tally.Upkeep is { } timer)
            call.Cancel(timer, place.Scope);
        Tally = Tally with
        {
            UpkeepAt = at,
            Upkeep = call.Schedule(UpkeepLoop.TimerKind, at, Space, place.Scope),
        };
    }
}
