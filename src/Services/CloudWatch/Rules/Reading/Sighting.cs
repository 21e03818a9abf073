using Orrery.Services.CloudWatch.Rules.Storing;

namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>
/// How points of one resolution are seen: all those between two instants alike, as they are of about the same age.
/// </summary>
/// <param name="Finest">The resolution in which they came, in seconds.</param>
/// <param name="From">The first instant.</param>
/// <param name="To">The last instant.</param>
/// <param name="Seconds">The resolution in which they are seen; 0 where they are gone.</param>
/// <param name="Counts">Whether they count in the periods of the grid.</param>
/// <param name="IsAligned">Whether the periods begin where an interval of that resolution does.</param>
internal readonly record struct Sighting(
    int Finest, long From, long To, int Seconds, bool Counts, bool IsAligned)
{
    /// <summary>Whether it holds for a point of an instant; nothing holds for any before it was worked out.</summary>
    public bool Covers(long instant, int finest) => finest == Finest && instant >= From && instant <= To;

    /// <summary>How a point is seen now, and those around it.</summary>
    public static Sighting At(long instant, int finest, long now, PeriodGrid grid)
    {
        var to = long.MaxValue;
        foreach (var each in Resolution.All)
        {
            var from = now - each.KeptSeconds;
            if (instant >= from)
            {
                var seconds = Math.Max(finest, each.Seconds);
                return new(finest, from, to, seconds, grid.Period % seconds == 0, grid.From % seconds == 0);
            }

            to = from - 1;
        }

        return new(finest, long.MinValue, to, 0, false, false);
    }
}
