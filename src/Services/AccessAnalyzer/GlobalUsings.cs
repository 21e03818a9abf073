// What nearly every file of the analyzer uses.
global using Orrery.Core;
global using Orrery.Kernel.Calls;
global using Orrery.Kernel.State;
global using Orrery.Operations;
global using Orrery.Services.AccessAnalyzer.Records;
global using Orrery.Services.AccessAnalyzer.Rules;
global using Orrery.Services.AccessAnalyzer.Views;
global using Orrery.Wire.Generated.Accessanalyzer;
