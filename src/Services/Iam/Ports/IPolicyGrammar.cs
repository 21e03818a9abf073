namespace Orrery.Services.Iam.Ports;

/// <summary>Knows how policies are written.</summary>
internal interface IPolicyGrammar
{
    /// <summary>What is wrong with a document, as AWS words it; null where nothing is.</summary>
    /// <param name="document">The document.</param>
    /// <param name="use">What it is for.</param>
    string? Fault(string document, PolicyUse use);
}
