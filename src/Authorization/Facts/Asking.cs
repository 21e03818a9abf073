using Orrery.Engines.Policies.Requests;

namespace Orrery.Authorization.Facts;

/// <summary>An action, and what a call is asked about it on.</summary>
/// <param name="Action">The action.</param>
/// <param name="On">The resource types; none where the action has no resource.</param>
/// <param name="If">The member that has to be set for the action to be asked; null where it always is.</param>
internal sealed record Asking(ActionName Action, IReadOnlyList<Token> On, string? If = null)
{
    /// <summary>Reads <c>iam:PassRole if=Member type=Member</c>.</summary>
    public static Asking Read(string text)
    {
        const string Condition = "if=";
        var words = text.Split(' ');
        var on = words.Skip(1).Where(w => !w.StartsWith(Condition, StringComparison.Ordinal));
        var condition = words.FirstOrDefault(w => w.StartsWith(Condition, StringComparison.Ordinal));
        return new(ActionName.Of(words[0]), [.. on.Select(Token.Read)], condition?[Condition.Length..]);
    }
}
