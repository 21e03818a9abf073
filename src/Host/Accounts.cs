namespace Orrery.Host;

/// <summary>Account ids.</summary>
public static class Accounts
{
    /// <summary>Whether a text is an account id: twelve digits.</summary>
    public static bool IsAccount(string text) =>
        text.Length == 12 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
