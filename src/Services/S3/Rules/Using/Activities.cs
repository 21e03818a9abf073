namespace Orrery.Services.S3.Rules.Using;

/// <summary>Counts what of that is billed was done, day by day.</summary>
internal static class Activities
{
    /// <summary>Counts something that was done at an instant.</summary>
    public static void Count(Call call, Place place, Activity activity, DateTimeOffset at)
    {
        var table = call.Write(Tables.Activities, place.Scope);
        var record = new Records.ActivityRecord(
            place.Name, Usage.DayOf(at), activity.Kind, activity.StorageClass, activity.Amount);
        table.Put(record with { Amount = (table.Find(record.Place)?.Amount ?? 0) + record.Amount });
    }
}
