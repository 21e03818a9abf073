namespace Orrery.Services.Iam.Rules;

/// <summary>Instance profiles.</summary>
internal static class ProfileRules
{
    /// <summary>An instance profile.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static ProfileRecord Get(ReadCall call, string? name) =>
        call.Mine(Tables.Profiles).Find(IamKey.OfName(name!))
        ?? throw Errors.NoSuchEntity($"Instance Profile {name} cannot be found.");
}
