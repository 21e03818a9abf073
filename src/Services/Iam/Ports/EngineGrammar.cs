using System.Text.Json;
using Orrery.Engines.Policies.Documents;

namespace Orrery.Services.Iam.Ports;

/// <summary>The grammar as the engine of policies knows it.</summary>
internal sealed class EngineGrammar : IPolicyGrammar
{
    /// <inheritdoc/>
    public string? Fault(string document, PolicyUse use)
    {
        if (use == PolicyUse.Trust && !IsJson(document)) return "This policy contains invalid Json";
        var kind = use switch
        {
            PolicyUse.Trust => PolicyKind.Trust,
            PolicyUse.Session => PolicyKind.Session,
            _ => PolicyKind.Identity,
        };
        return PolicyDocument.Read(document, kind, out var fault) is null ? fault!.Message : null;
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
