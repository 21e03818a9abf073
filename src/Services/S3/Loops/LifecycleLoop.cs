using Orrery.Services.S3.Ids;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Ageing;

namespace Orrery.Services.S3.Loops;

/// <summary>Ages the objects of a bucket at midnight, and moves them between tiers, some of them a call.</summary>
public sealed class LifecycleLoop : ITimerHandler
{
    private const int MostAtOnce = 500;

    /// <inheritdoc/>
    public string Kind => Ageing.TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject) => Run(call, subject, "");

    /// <summary>
    /// Some of what is due in a bucket after a place. What was done is not looked for again: a day would walk over all
    /// that it had, each time.
    /// </summary>
    internal static void Run(Call call, string bucketName, string after)
    {
        var dues = call.Write(Tables.Dues);
        var today = DateOnly.FromDateTime(call.Now.UtcDateTime).DayNumber;
        var due = dues.From(after.Length > 0 ? new(after) : KeyText.DueOn(bucketName, 0))
            .TakeWhile(due => due.Bucket == bucketName && due.Day <= today)
            .Take(MostAtOnce).ToList();
        var bucket = call.Read(Tables.Buckets).Find(new(bucketName));
        foreach (var one in due)
        {
            dues.Remove(one.Place);
            // What was noted for a bucket that is gone counts for nothing; tiers change without a lifecycle too.
            if (bucket is null || one.IsTimer) continue;
            var place = new Place(call.Scope, bucket);
            if (one.Upload is { } upload) Ageing.RunUpload(call, place, one.Key, upload);
            else Ageing.Run(call, place, one.Key);
        }

        if (due.Count == MostAtOnce)
            call.Schedule(LifecycleRest.TimerKind, call.Now, due[^1].Place.Value, call.Scope);
    }
}
