using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Rules;

/// <summary>Random passwords. Source: Secrets Manager API Reference, GetRandomPassword.</summary>
internal static class Passwords
{
    private const int Standard = 32;
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>A password.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterException.</exception>
    public static string New(Call call, GetRandomPasswordRequest wish)
    {
        var kinds = Kinds(wish).Select(kind => string.Concat(kind.Except(wish.ExcludeCharacters ?? ""))).ToList();
        var all = string.Concat(kinds);
        var length = (int)(wish.PasswordLength ?? Standard);
        if (all.Length == 0) throw Errors.Parameter("The password would have no characters to choose from.");
        if (wish.RequireEachIncludedType == false) return call.Random.Text(length, all);
        if (kinds.Exists(kind => kind.Length == 0) || length < kinds.Count)
            throw Errors.Parameter("The password cannot have a character of each type.");
        var letters = (string.Concat(kinds.Select(kind => call.Random.Text(1, kind)))
            + call.Random.Text(length - kinds.Count, all)).ToCharArray();
        for (var i = letters.Length - 1; i > 0; i--)
        {
            var j = call.Random.Next(i + 1);
            (letters[i], letters[j]) = (letters[j], letters[i]);
        }

        return new(letters);
    }

    private static IEnumerable<string> Kinds(GetRandomPasswordRequest wish)
    {
        if (wish.ExcludeLowercase != true) yield return "abcdefghijklmnopqrstuvwxyz";
        if (wish.ExcludeUppercase != true) yield return "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        if (wish.ExcludeNumbers != true) yield return "0123456789";
        if (wish.ExcludePunctuation != true) yield return Punctuation;
        if (wish.IncludeSpace == true) yield return " ";
    }
}
