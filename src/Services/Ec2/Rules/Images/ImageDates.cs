using System.Globalization;
using Orrery.Core;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>
/// When an image is deprecated. Sources: EC2 API Reference, EnableImageDeprecation (to the nearest minute, not in the
/// past, at most 10 years from now, for a public one 2 years from its creation); EC2 User Guide, "Deprecate an Amazon
/// EC2 AMI". The codes are guessed.
/// </summary>
internal static class ImageDates
{
    private const int YearsAhead = 10;
    private const int YearsPublic = 2;

    /// <summary>An instant as images write theirs.</summary>
    public static string Text(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The date that is kept for one that is asked for.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static DateTimeOffset Deprecation(ImageRecord image, DateTimeOffset wanted, DateTimeOffset now)
    {
        var minute = TimeSpan.FromMinutes(1);
        var due = new DateTimeOffset(
            (wanted.UtcTicks + (minute.Ticks / 2)) / minute.Ticks * minute.Ticks, TimeSpan.Zero);
        if (due < now)
        {
            throw Errors.InvalidParameterValue($"The deprecation date '{Text(due)}' is in the past.");
        }

        var limit = image.IsPublic ? LimitOfPublic(image) : now.AddYears(YearsAhead);
        return due <= limit
            ? due
            : throw Errors.InvalidParameterValue(
                $"The deprecation date '{Text(due)}' is later than the upper limit '{Text(limit)}'.");
    }

    /// <summary>The date at which a public image is deprecated at the latest.</summary>
    public static DateTimeOffset LimitOfPublic(ImageRecord image) =>
        DateTimeOffset.Parse(image.CreationDate, CultureInfo.InvariantCulture).AddYears(YearsPublic);

    /// <summary>Whether an image is deprecated.</summary>
    public static bool IsDeprecated(ImageRecord image, DateTimeOffset now) => image.DeprecateAt <= now;

    /// <summary>The last launch that is told of, a day later.</summary>
    public static string? LastLaunch(ImageRecord image, DateTimeOffset now)
    {
        var known = image.LastLaunch + ImageRecord.LaunchReported <= now ? image.LastLaunch : image.EarlierLaunch;
        return known is { } launch ? Text(launch) : null;
    }
}
