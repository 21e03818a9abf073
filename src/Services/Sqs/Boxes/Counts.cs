using Orrery.Kernel.Calls;
using Orrery.Services.Sqs.Ids;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;

namespace Orrery.Services.Sqs.Boxes;

/// <summary>How many messages a queue has, as of an instant: the tally, and what fell due since it was
/// written.</summary>
/// <param name="Visible">Messages that can be received.</param>
/// <param name="InFlight">Messages that were received and are hidden.</param>
/// <param name="Delayed">Messages that are delayed.</param>
internal sealed record Counts(long Visible, long InFlight, long Delayed)
{
    /// <summary>Counts.</summary>
    public static Counts Of(ReadCall call, Place place)
    {
        var space = place.Queue.Space;
        if (call.Read(Tables.Tallies, place.Scope).Find(new(space)) is not { } tally)
            return new(0, 0, 0);
        var flights = call.Read(Tables.Flights, place.Scope);
        var lapsed = flights.From(Places.Start(space))
            .TakeWhile(flight => flight.Space == space && flight.Due <= call.Now).Count();
        var begun = tally.Delayed > 0 && tally.NextDelayed <= call.Now
            ? call.Read(Tables.Delayed, place.Scope).From(Places.Start(space))
                .TakeWhile(delayed => IsIn(space, delayed.Key) && delayed.Due <= call.Now).Count()
            : 0;
        return new(
            tally.Visible + lapsed + begun, flights.CountBy(Tables.FlightsBySpace, space) - lapsed,
            tally.Delayed - begun);
    }

    /// <summary>
    /// From when on a receive may find something, as things stand; null where a message has to be sent or changed
    /// first.
    /// </summary>
    public static DateTimeOffset? ReadyAt(ReadCall call, Place place)
    {
        var space = place.Queue.Space;
        if (call.Read(Tables.Tallies, place.Scope).Find(new(space)) is not { } tally)
            return null;
        if (tally.Visible > 0 && (!place.Queue.IsFifo || HasReady(call, place, tally)))
            return call.Now;
        DateTimeOffset? delayed = tally.Delayed > 0 ? tally.NextDelayed : null;
        var flight = call.Read(Tables.Flights, place.Scope).From(Places.Start(space)).FirstOrDefault();
        var flown = flight?.Space == space ? flight.Due : (DateTimeOffset?)null;
        return delayed is null || flown < delayed ? flown : delayed;
    }

    /// <summary>Whether a row is of a space.</summary>
    public static bool IsIn(string space, RowKey key) =>
        key.Value.Length > space.Length && key.Value[space.Length] == '/'
        && key.Value.StartsWith(space, StringComparison.Ordinal);

    /// <summary>A FIFO queue can have messages whose groups are all blocked, or whose first messages are
    /// delayed.</summary>
    private static bool HasReady(ReadCall call, Place place, TallyRecord tally)
    {
        var space = place.Queue.Space;
        var first = call.Read(Tables.Ready, place.Scope).From(Places.Start(space)).FirstOrDefault();
        return first is not null && IsIn(space, first.Key)
            && (tally.Delayed == 0 || first.SentAt.AddSeconds(place.Queue.DelaySeconds) <= call.Now);
    }
}
