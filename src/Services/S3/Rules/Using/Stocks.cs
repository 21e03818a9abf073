using Orrery.Kernel.State;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Tiering;

namespace Orrery.Services.S3.Rules.Using;

/// <summary>
/// Billed bytes times the time that they lay there, exactly: a record for each day on which a total changed, and what
/// follows from it for the days between.
/// </summary>
internal static class Stocks
{
    private const double Day = 24 * 60 * 60;

    /// <summary>A version came (1) or went (-1).</summary>
    public static void Count(Call call, Place place, VersionRecord version, int sign)
    {
        Count(call, place, Tiers.CountedAs(version), sign * Billed.Bytes(version));
        if (!version.IsMarker && (Billed.HasIndex(version.StorageClass) || Tiers.IsArchived(version)))
            Count(call, place, Classes.Standard, sign * Billed.Index);
    }

    /// <summary>Bytes times seconds of each class of each bucket and day.</summary>
    /// <param name="call">The call.</param>
    /// <param name="scope">The account and region.</param>
    /// <param name="from">The first day, by number.</param>
    /// <param name="to">The last day.</param>
    public static IEnumerable<(StockRecord Total, int Day, double ByteSeconds)> Read(
        ReadCall call, Scope scope, int from, int to)
    {
        var past = call.Read(Tables.StockDays, scope);
        foreach (var now in call.Read(Tables.Stocks, scope).All())
        {
            StockRecord? before = null;
            var totals = past.From(new($"{now.Bucket}/{now.StorageClass}/"))
                .TakeWhile(day => day.Bucket == now.Bucket && day.StorageClass == now.StorageClass).Append(now);
            foreach (var total in totals)
            {
                foreach (var one in Between(before, Math.Min(total.Day, to + 1), from)) yield return one;
                if (total.Day > to) break;
                if (total.Day >= from) yield return (total, total.Day, Rest(total, call.Now));
                before = total;
            }

            if (before != now) continue;
            var today = Usage.DayOf(call.Now);
            foreach (var one in Between(now, Math.Min(today, to + 1), from)) yield return one;
            if (today > now.Day && today >= from && today <= to)
                yield return (now, today, now.Bytes * call.Now.UtcDateTime.TimeOfDay.TotalSeconds);
        }
    }

    private static void Count(Call call, Place place, string storageClass, long bytes)
    {
        if (bytes == 0) return;
        var totals = call.Write(Tables.Stocks, place.Scope);
        var today = Usage.DayOf(call.Now);
        var before = totals.Find(new($"{place.Name}/{storageClass}"))
            ?? new StockRecord(place.Name, storageClass, today, call.Now, 0, 0);
        if (before.Day < today)
        {
            var end = End(before.Day);
            call.Write(Tables.StockDays, place.Scope)
                .Put(before with { ByteSeconds = Rest(before, end), At = end });
            before = before with { Day = today, At = End(today - 1), ByteSeconds = 0 };
        }

        totals.Put(before with
        {
            At = call.Now,
            Bytes = before.Bytes + bytes,
            ByteSeconds = before.ByteSeconds + (before.Bytes * (call.Now - before.At).TotalSeconds),
        });
    }

    // Whole days on which nothing changed.
    private static IEnumerable<(StockRecord Total, int Day, double ByteSeconds)> Between(
        StockRecord? before, int until, int from)
    {
        if (before is null || before.Bytes == 0) yield break;
        for (var day = Math.Max(before.Day + 1, from); day < until; day++)
            yield return (before, day, before.Bytes * Day);
    }

    // What a day comes to, at its end or at an instant on it.
    private static double Rest(StockRecord total, DateTimeOffset now)
    {
        var end = End(total.Day);
        return total.ByteSeconds + (total.Bytes * ((now < end ? now : end) - total.At).TotalSeconds);
    }

    private static DateTimeOffset End(int day) =>
        new(DateOnly.FromDayNumber(day + 1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
