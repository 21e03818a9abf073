namespace Orrery.Services.Iam.Rules;

/// <summary>Permissions boundaries of users and roles.</summary>
internal static class Boundaries
{
    /// <summary>A boundary that may be set; null where none is given.</summary>
    /// <exception cref="ServiceException">InvalidInput, NoSuchEntity.</exception>
    public static string? Checked(ReadCall call, string? arn) =>
        arn is null ? null
        : Shelf.Find(call, arn) is { } policy ? policy.Arn
        : throw Errors.NoSuchEntity($"Scope ARN: {arn} does not exist or is not attachable.");

    /// <summary>Sets the boundary.</summary>
    public static void Put(Call call, HolderRecord holder, string arn) =>
        Holders.Put(call, holder with { Boundary = Checked(call, arn) });

    /// <summary>Removes the boundary.</summary>
    /// <exception cref="ServiceException">NoSuchEntity: there is none.</exception>
    public static void Delete(Call call, HolderRecord holder)
    {
        if (holder.Boundary is null)
            throw Errors.NoSuchEntity($"The permissions boundary of {holder.Name} cannot be found.");
        Holders.Put(call, holder with { Boundary = null });
    }
}
