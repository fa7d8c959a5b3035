using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Rabta.Matching.Tests")]
