using Orrery.Wire.Schema;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>
/// Configurations of which a bucket has many, each with an id. Source: S3 API Reference,
/// PutBucketInventoryConfiguration and its like: up to 1,000 of each kind, listed 100 a page.
/// </summary>
internal static class ManySettings
{
    private const int Most = 1000;
    private const int PageSize = 100;
    private const int LongestId = 64;

    /// <summary>The id of a configuration, checked.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidConfigurationId, InvalidArgument.</exception>
    public static string Id(string? asked, string? own)
    {
        if (own is null) throw Errors.Malformed();
        if (own.Length is 0 or > LongestId || !own.All(IsOfId))
            throw new ServiceException(
                "InvalidConfigurationId", "The specified configuration ID is invalid.", 400);
        return asked == own
            ? own
            : throw Errors.InvalidArgument("The id of the request is not that of the configuration", "id", asked);
    }

    /// <summary>Keeps a configuration; tells the bucket as it is then.</summary>
    /// <typeparam name="T">The answer that tells it.</typeparam>
    /// <exception cref="ServiceException">TooManyConfigurations.</exception>
    public static Place Put<T>(Call call, Place place, string id, T answer)
        where T : class, IReadableShape<T>
    {
        if (Kept.Find<T>(place.Bucket, id) is null && Kept.All<T>(place.Bucket).Count() >= Most)
            throw new ServiceException(
                "TooManyConfigurations",
                "You are attempting to create a new configuration but have already reached the 1,000-configuration "
                + "limit.", 400);
        var changed = Kept.With(place.Bucket, answer, id);
        BucketRules.Put(call, place, changed);
        return place with { Bucket = changed };
    }

    /// <summary>A configuration.</summary>
    /// <typeparam name="T">The answer that tells it.</typeparam>
    /// <exception cref="ServiceException">NoSuchConfiguration.</exception>
    public static T Get<T>(Place place, string? id)
        where T : class, IReadableShape<T> => Kept.Find<T>(place.Bucket, id ?? "") ?? throw Errors.NotFound(
            "NoSuchConfiguration", "The specified configuration does not exist.");

    /// <summary>Forgets a configuration; tells the bucket as it is then.</summary>
    /// <typeparam name="T">The answer that tells it.</typeparam>
    /// <exception cref="ServiceException">NoSuchConfiguration.</exception>
    public static Place Delete<T>(Call call, Place place, string? id)
        where T : class, IReadableShape<T>
    {
        Get<T>(place, id);
        var changed = Kept.Without<T>(place.Bucket, id);
        BucketRules.Put(call, place, changed);
        return place with { Bucket = changed };
    }

    /// <summary>A page of configurations, in the order of their ids, and the token of the next.</summary>
    /// <typeparam name="T">The answer that tells one.</typeparam>
    public static (IReadOnlyList<T> Items, string? Next) Page<T>(Place place, string? token, Func<T, string> idOf)
        where T : class, IReadableShape<T>
    {
        var after = token is null ? null : Tokens.Read(token);
        List<T> rest = [.. Kept.All<T>(place.Bucket)
            .SkipWhile(one => after is not null && string.CompareOrdinal(idOf(one), after) <= 0).Take(PageSize + 1)];
        return rest.Count <= PageSize
            ? (rest, null)
            : (rest[..PageSize], Tokens.Write(idOf(rest[PageSize - 1])));
    }

    private static bool IsOfId(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';
}
