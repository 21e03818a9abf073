namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>What an instant is called, in UTC. Days of the week run from 1, Monday, to 7.</summary>
internal static class Instants
{
    /// <summary>The function of a name; null where there is none.</summary>
    public static Func<long, double>? Of(string function) => function switch
    {
        "EPOCH" => second => second,
        "MINUTE" => second => At(second).Minute,
        "HOUR" => second => At(second).Hour,
        "DAY" => second => At(second).DayOfWeek is DayOfWeek.Sunday ? 7 : (int)At(second).DayOfWeek,
        "DATE" => second => At(second).Day,
        "MONTH" => second => At(second).Month,
        "YEAR" => second => At(second).Year,
        _ => null,
    };

    private static DateTimeOffset At(long second) => DateTimeOffset.FromUnixTimeSeconds(second);
}
