using Orrery.Kernel.Calls;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;

namespace Orrery.Services.Sqs.Boxes;

/// <summary>
/// The messages of a standard queue. Fresh ones lie in a row without gaps, so that two numbers say which they are; a
/// message that comes back is noted by itself.
/// </summary>
internal sealed class StandardBox(Call call, Place place) : Box(call, place)
{
    /// <inheritdoc/>
    public override MessageRecord Add(MessageRecord message, TimeSpan delay, int count, DateTimeOffset? first)
    {
        Age(message.SentAt);
        if (delay == TimeSpan.Zero && count == 0 && message.SentAt == Now)
        {
            message = message with { Key = Places.Item(Space, Places.Fresh(Tally.Next)) };
            Tally = Tally with { Next = Tally.Next + 1 };
            Messages.PutNew(message);
            return message;
        }

        var item = Places.Sent(message.SentAt, Tally.Extra);
        message = message with { Key = Places.Item(Space, item) };
        Tally = Tally with { Extra = Tally.Extra + 1 };
        if (delay > TimeSpan.Zero)
        {
            message = message with { DelayedUntil = Now + delay };
            Delay(item, message.SentAt, Now + delay);
        }
        else
        {
            Returned.Put(new(message.Key, count, first));
            Tally = Tally with { Loose = Tally.Loose + 1 };
        }
        Messages.Put(message);
        return message;
    }

    /// <summary>
    /// Any receipt of the message does. Source: getmoto/moto pull request 4655, verified against AWS: an old handle
    /// deletes.
    /// </summary>
    protected override void Delete(Receipt receipt, string handle)
    {
        var key = Places.Item(receipt.Space, receipt.Item);
        if (FlightOf(receipt) is { } flight)
            Flights.Remove(flight.Key);
        else if (Returned.Remove(key))
            Tally = Tally with { Loose = Tally.Loose - 1 };
        else
            return;
        Messages.Remove(key);
    }

    /// <summary>
    /// A message whose time has run out stays visible, and nothing is refused. Source: localstack pull request 9632,
    /// verified against AWS.
    /// </summary>
    protected override void Hide(Receipt receipt, string handle, TimeSpan span)
    {
        if (FlightOf(receipt) is { } flight)
            Hide(flight, span);
        else if (!Returned.Contains(Places.Item(receipt.Space, receipt.Item)))
            throw Gone(handle);
    }

    /// <inheritdoc/>
    public override bool Expire(int most)
    {
        var left = most;
        DateTimeOffset? next = null;
        foreach (var series in (string[])["f", "s"])
        {
            var rows = Messages.From(Places.Item(Space, series))
                .TakeWhile(row => Counts.IsIn(Space, row.Key) && row.Key.Value[Space.Length + 1] == series[0]);
            foreach (var message in rows)
            {
                if (!IsExpired(message.SentAt) || left-- == 0)
                {
                    next = Earlier(next, ExpiryOf(message.SentAt));
                    break;
                }
                Forget(message);
            }
        }
        Tally = Tally with { NextExpiry = next };
        return next is null || next > Now;
    }

    /// <inheritdoc/>
    protected override MessageRecord? First()
    {
        var row = Tally.Loose > 0 ? Returned.From(Places.Start(Space)).FirstOrDefault() : null;
        if (row is not null && Counts.IsIn(Space, row.Key))
            return Messages.Find(row.Key);
        return Tally.Head < Tally.Next ? Messages.Find(Places.Item(Space, Places.Fresh(Tally.Head))) : null;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Taken> Available()
    {
        if (Tally.Loose > 0)
        {
            foreach (var row in Returned.From(Places.Start(Space)).TakeWhile(row => Counts.IsIn(Space, row.Key)))
            {
                Returned.Remove(row.Key);
                Tally = Tally with { Loose = Tally.Loose - 1 };
                if (Messages.Find(row.Key) is { } message)
                    yield return new(message, row.Count, row.FirstReceivedAt);
            }
        }
        while (Tally.Head < Tally.Next)
        {
            var key = Places.Item(Space, Places.Fresh(Tally.Head));
            Tally = Tally with { Head = Tally.Head + 1 };
            if (Messages.Find(key) is { } message)
                yield return new(message, 0, null);
        }
    }

    /// <inheritdoc/>
    protected override void Begin(DelayedRecord delayed)
    {
        base.Begin(delayed);
        Returned.Put(new(Places.Item(Space, delayed.Item), 0, null));
    }

    /// <summary>Takes a message away wherever it is.</summary>
    private void Forget(MessageRecord message)
    {
        var item = Places.ItemOf(message.Key);
        if (Places.FreshNumber(item) is { } number && number >= Tally.Head)
            Tally = Tally with { Head = number + 1 };
        else if (Flights.By(Tables.FlightsByItem, message.Key.Value).FirstOrDefault() is { } flight)
            Flights.Remove(flight.Key);
        else if (Returned.Remove(message.Key))
            Tally = Tally with { Loose = Tally.Loose - 1 };
        else if (message.DelayedUntil is { } until && Delayed.Remove(Places.Due(Space, until, item)))
            Tally = Tally with { Delayed = Tally.Delayed - 1 };
        Messages.Remove(message.Key);
    }
}
