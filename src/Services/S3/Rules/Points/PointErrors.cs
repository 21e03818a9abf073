namespace Orrery.Services.S3.Rules.Points;

/// <summary>
/// Errors about access points. Source: S3 API Reference, "Error responses"; their texts are guessed, and so is the
/// status of those that are not on that page.
/// </summary>
internal static class PointErrors
{
    public static ServiceException None() =>
        new("NoSuchAccessPoint", "The specified accesspoint does not exist", 404);

    public static ServiceException NoPolicy() =>
        new("NoSuchAccessPointPolicy", "The specified accesspoint policy does not exist", 404);

    public static ServiceException NoAlias() =>
        new("InvalidAccessPointAliasError", "The specified access point alias name is not valid.", 400);

    public static ServiceException InvalidName() =>
        new("InvalidAccessPoint", "The specified access point name or account is not valid.", 400);

    public static ServiceException Exists() => new(
        "AccessPointAlreadyOwnedByYou", "An access point with an identical name already exists in your account.", 409);

    public static ServiceException TooMany(int most) => new(
        "TooManyAccessPoints", $"You have attempted to create more than the {most} access points allowed.", 400);

    public static ServiceException Attached() => new(
        "BucketHasAccessPointsAttached",
        "The bucket you tried to delete has access points attached. Delete them before the bucket.", 400);
}
